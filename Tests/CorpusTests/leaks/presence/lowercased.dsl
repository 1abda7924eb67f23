// La présence d’un préfixe conditionnel, par conversion en nombre.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @personal var nom: String?
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Se lit comme un nombre.
    let numerique = Decimal(nom).isPresent  // leak: comptes.numerique
}
