// La même référence, par une relation facultative.
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
    @column("invite_par_id") var invite_par: Compte?
    @plain var role: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton du compte.
    @key let compte = pseudonym(id)
    /// Langue.
    let langue
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Parrain.
    let parrain = comptes[invite_par]  // leak: membres.parrain
}
