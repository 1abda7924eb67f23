// Une colonne exposée en lit une autre, elle-même réduite par pseudonymat : la source reste lue.
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
    private let brut = email
    private let court = brut.lowercased()
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Clé.
    let cle = court  // leak: comptes.cle
}
