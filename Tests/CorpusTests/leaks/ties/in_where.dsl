let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// Personne.
@source("personnes")
struct Personne {
    /// Numéro national.
    @key @personal var numero: Int
    /// Année de naissance.
    @plain var annee: Int
    /// Ville.
    @plain var ville: String
    /// Foyer.
    @plain @column("foyer_id") var foyer: Foyer
}

/// Foyer.
@source("foyers")
struct Foyer {
    /// Numéro.
    @key @plain var id: Int
    @inverse(of: Personne.foyer) var personnes: [Personne]
}

/// The same under a name, and read in a condition.
@model(from: Foyer.self, clearance: .pseudonymous, where: cadet?.ville == "Lyon")
struct foyer {
    private let cadet = personnes.last(where: ville != "Paris", by: annee)

    /// Numéro.
    @key let id = id
}
