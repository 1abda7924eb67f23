let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// Personne.
@source("personnes")
struct Personne {
    /// Numéro.
    @key @personal var id: Int
    @inverse(of: Plainte.suspect) var plaintes: [Plainte]
}

/// Plainte.
@source("plaintes")
struct Plainte {
    /// Numéro.
    @key @plain var id: Int
    /// Qui est visé.
    @secret @column("suspect_id") var suspect: Personne?
}

/// Whom a complaint is about is a secret, and so is how many are about one.
@model(from: Personne.self, clearance: .pseudonymous)
struct personne {
    /// Jeton.
    @key let id = pseudonym(id)
    /// Nombre de plaintes.
    let plaintes = plaintes.count
}
