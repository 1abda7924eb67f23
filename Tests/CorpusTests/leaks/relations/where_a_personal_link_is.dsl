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
    @personal @column("suspect_id") var suspect: Personne?
}

/// Whether a complaint is about somebody is personal where the link is.
@model(from: Personne.self, clearance: .pseudonymous, where: !plaintes.isEmpty)
struct personne {
    /// Jeton.
    @key let id = pseudonym(id)
}
