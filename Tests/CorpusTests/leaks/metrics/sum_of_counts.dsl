// La somme d’un compte anodin et d’un compte sensible.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var is_staff: Bool
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Langue.
    let langue
    /// Agent.
    let agent = is_staff
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Total.
    let total = comptes.count(where: langue == "fr") + comptes.count(where: agent)  // leak: suivi.total
}
