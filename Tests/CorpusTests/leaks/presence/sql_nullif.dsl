// La présence d’un fragment SQL calculé.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @personal var email: String
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Est lui.
    let autre = sql("nullif(\(email), 'a@gouv.fr')", as: String?.self) == nil  // leak: comptes.autre
}
