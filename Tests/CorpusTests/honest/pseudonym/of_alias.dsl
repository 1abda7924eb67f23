// Le jeton d’une colonne, par une colonne privée qui la nomme.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
    @personal var oidc_sub: UUID?
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    private let identifiant = oidc_sub
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Jeton ProConnect.
    let sub = pseudonym(oidc_sub)
}
