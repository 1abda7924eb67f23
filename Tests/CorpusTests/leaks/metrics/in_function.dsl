// La condition de l’indicateur passe par une fonction.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var age: Int?
    @plain var langue: String
}

/// Moins de 26 ans.
func jeune(_ age: Int?) -> Bool? { age < 26 }

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Âge.
    let age
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Jeunes.
    let jeunes = comptes.count(where: jeune(age))  // leak: suivi.jeunes
}
