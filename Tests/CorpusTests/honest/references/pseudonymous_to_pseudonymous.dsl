// Une référence d’une table pseudonyme à une autre.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
}

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("user_id") var user: Compte
    @column("invite_par_id") var invite_par: Compte?
    @plain var role: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Langue.
    let langue
}

/// Les rattachements, sous pseudonyme.
@model(from: Habilitation.self, clearance: .pseudonymous)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Compte.
    let compte = comptes[user]
    /// Parrain.
    let parrain = comptes[invite_par]
}
