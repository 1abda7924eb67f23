// La forme `from:` sur un modèle filtré par un quasi-identifiant.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var is_staff: Bool
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, where: is_staff, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Langue.
    let langue
}

/// Suivi dans le temps.
@metric(from: comptes.self, history: .daily)
struct suivi {
    /// Agents.
    let agents = count(where: langue == "fr")  // leak: suivi.agents
}
