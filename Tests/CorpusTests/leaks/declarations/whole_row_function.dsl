// `@column("row_to_json")` : en notation par attribut, une fonction qui rend toute la ligne.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @secret var password: String
    @plain var langue: String
    @plain @column("row_to_json") var tout: JSON?
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Tout.
    let tout = tout["password"].text  // leak: comptes.tout
}
