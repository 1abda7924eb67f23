// `(x == a ? 1 : nil) == nil` : une présence calculée est une comparaison déguisée.
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
    /// Pas lui.
    let pas_lui = (email == "a@gouv.fr" ? 1 : nil) == nil  // leak: comptes.pas_lui
}
