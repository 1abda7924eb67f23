// La colonne `siren` du lien, redéclarée anodine dans la table des bilans : c’est le SIREN de l’entreprise.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Bilan publié, reconnu au SIREN.
@source("metabase_bilans")
struct Bilan {
    @key @plain var id: Int
    @column("siren", references: Entreprise.siren) var entreprise: Entreprise?
    @plain var publie_le: Date
    @plain var siren: String?
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
    /// SIREN.
    let siren = siren  // leak: bilans_publies.siren
}
