// Le total moins les autres : deux modèles, dont un filtré.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var age: Int?
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, where: age < 26, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Langue.
    let langue
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Jeunes francophones.
    let francophones = comptes.count(where: langue == "fr")  // leak: suivi.francophones
}
