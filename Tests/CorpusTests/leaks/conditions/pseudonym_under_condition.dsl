// Le jeton sort seulement quand une condition personnelle est vraie.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @personal var email: String
    @plain var langue: String
    @personal var oidc_sub: UUID?
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Jeton des seuls agents.
    let jeton_agent = email.hasSuffix("@gouv.fr") ? pseudonym(oidc_sub) : nil  // leak: comptes.jeton_agent
}
