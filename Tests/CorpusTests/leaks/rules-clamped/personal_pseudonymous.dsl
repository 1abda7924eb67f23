// Borné, un salaire reste personnel.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
    @personal var salaire: Int
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Salaire borné.
    let salaire = salaire.clamped(to: 20000...100000)  // leak: comptes.salaire
}
