// Une tranche déclassifiée, avec sa raison.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @plain var ville: String?
    @quasi var chiffre_affaires: Decimal?
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// Tranche.
    let ca = disclosed(chiffre_affaires.bucketed(by: [1000000, 10000000]), because: "Les tranches sont publiées par l’Insee.")
}
