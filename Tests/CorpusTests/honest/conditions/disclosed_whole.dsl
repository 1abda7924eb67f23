// Condition et valeur sont dans la même déclassification.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @quasi var siren: String
    @personal var denomination: String
    @plain var ville: String?
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// Nom.
    let nom_public = disclosed(siren.hasPrefix("1") ? nil : denomination, because: "La raison sociale d’une société est publique.")
}
