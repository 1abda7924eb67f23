// Un quasi-identifiant reste sous le plafond d’un modèle pseudonyme.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var is_staff: Bool
    @quasi var age: Int?
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Agent.
    let agent = is_staff
    /// Âge.
    let age
}
