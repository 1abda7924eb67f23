// Une référence à une table exposée, par le lien de SIREN.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
@unique(siren)
struct Entreprise {
    @key @plain var id: Int
    @quasi var siren: String
    @plain var ville: String?
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
    /// Ville.
    let ville
}

/// Les bilans, dans Metabase.
@model(from: Bilan.self)
struct bilans_publies {
    /// Numéro.
    @key let bilan = id
    /// Entreprise.
    let entreprise_id = entreprises[entreprise]  // leak: bilans_publies.entreprise_id
}
