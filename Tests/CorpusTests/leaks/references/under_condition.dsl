// La référence sort seulement sous une condition personnelle.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
    @personal var salaire: Int
}

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("user_id") var user: Compte
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

/// Les rattachements, sous pseudonyme.
@model(from: Habilitation.self, clearance: .pseudonymous)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Compte des mieux payés.
    let compte = user.salaire > 50000 ? comptes[user] : nil  // leak: membres.compte
}
