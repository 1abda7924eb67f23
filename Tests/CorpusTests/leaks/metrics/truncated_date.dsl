// Compter les connexions du mois : une date tronquée reste quasi.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var last_login: Timestamp?
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Mois.
    let connecte_le = last_login.truncated(to: .month)
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Actifs du mois.
    let actifs = comptes.count(where: connecte_le == today.truncated(to: .month))  // leak: suivi.actifs
}
