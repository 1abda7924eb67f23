// La clé de l’autre modèle est un pseudonyme ; celui-ci est anonyme.
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
    /// Compte.
    let compte = comptes[user]  // leak: membres.compte
}
