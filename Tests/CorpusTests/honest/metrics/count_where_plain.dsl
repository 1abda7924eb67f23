// Une condition anodine sur un modèle pseudonyme.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Langue.
    let langue
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Francophones.
    let n = comptes.count(where: langue == "fr")
}
