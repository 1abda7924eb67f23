// La valeur sensible est celle de `default`.
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
    let nom = switch ville { case nil: "inconnue" default: denomination }  // leak: entreprises.nom
}
