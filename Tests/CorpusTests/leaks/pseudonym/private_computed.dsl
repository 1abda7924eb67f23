// Une colonne privée calculée, puis son pseudonyme.
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
    private let domaine = email.suffix(12)
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Jeton de l’organisme.
    let organisme = pseudonym(domaine)  // leak: comptes.organisme
}
