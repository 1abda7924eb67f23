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

/// Which of two persons of one year comes first is what their numbers say.
@model(from: Foyer.self)
struct foyer {
    /// Numéro.
    @key let id = id
    /// Ville de l'aîné.
    let ville = personnes.first(by: annee)?.ville
}
