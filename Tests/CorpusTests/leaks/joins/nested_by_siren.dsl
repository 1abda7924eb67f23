// Le lien de SIREN est au second saut.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("entreprise_id") var entreprise: Entreprise
    @plain var role: String
}

/// Entreprise inscrite.
@source("entreprises_entreprise")
@unique(siren)
struct Entreprise {
    @key @plain var id: Int
    @quasi var siren: String
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

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Bilans de l’entreprise.
    let bilans = entreprise.bilans.count  // leak: membres.bilans
}
