// Le fragment lit un quasi-identifiant, et il est déclassifié.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @quasi var siren: String
    @plain var ville: String?
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// Longueur.
    let longueur = disclosed(sql("length(\(siren))", as: Int.self), because: "Un SIREN a toujours neuf chiffres.")
}
