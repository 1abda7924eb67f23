// La présence de `a ?? (condition ? b : nil)`.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var metier: String?
    @plain var langue: String
    @personal var salaire: Int
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Quelque chose.
    let quelque_chose = (metier ?? (salaire > 50000 ? "x" : nil)) != nil  // leak: comptes.quelque_chose
}
