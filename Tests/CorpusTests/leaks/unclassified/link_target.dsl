// Un lien passe par une colonne sans sensibilité.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
@unique(siren)
struct Entreprise {
    @key @plain var id: Int
    var siren: String
    @plain var ville: String?
    @inverse(of: Bilan.entreprise) var bilans: [Bilan]
}

/// Bilan publié, reconnu au SIREN.
@source("metabase_bilans")
struct Bilan {
    @key @plain var id: Int
    @column("siren", references: Entreprise.siren) var entreprise: Entreprise?
    @plain var publie_le: Date
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// Bilans.
    let bilans = bilans.count  // leak: entreprises.bilans
}
