// La ville, par le lien de SIREN d’un bilan vers l’entreprise.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Bilan publié, reconnu au SIREN.
@source("metabase_bilans")
struct Bilan {
    @key @plain var id: Int
    @column("siren", references: Entreprise.siren) var entreprise: Entreprise?
    @plain var publie_le: Date
}

/// Entreprise inscrite.
@source("entreprises_entreprise")
@unique(siren)
struct Entreprise {
    @key @plain var id: Int
    @quasi var siren: String
    @plain var ville: String?
}

/// Les bilans, dans Metabase.
@model(from: Bilan.self)
struct bilans_publies {
    /// Numéro.
    @key let bilan = id
    /// Ville.
    let ville = entreprise?.ville  // leak: bilans_publies.ville
}
