// La raison est un saut de ligne et une tabulation.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @personal var denomination: String
    @plain var ville: String?
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// Nom.
    let nom = disclosed(denomination, because: "\n\t")  // leak: entreprises.nom
}
