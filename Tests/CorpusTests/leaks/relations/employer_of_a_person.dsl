let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// Entreprise.
@source("entreprises")
struct Entreprise {
    /// Numéro.
    @key @plain var id: Int
}

/// Personne.
@source("personnes")
struct Personne {
    /// Numéro.
    @key @personal var id: Int
    /// Rang d'arrivée.
    @plain var rang: Int
    @column("employeur_id") var employeur: Entreprise
}

/// A link of a person to what is harmless is a link of a person.
@model(from: Personne.self)
struct personne {
    /// Rang.
    @key let rang = rang
    /// Employeur.
    let employeur = employeur.id
}
