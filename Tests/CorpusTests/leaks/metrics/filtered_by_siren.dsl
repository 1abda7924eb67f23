// Le modèle ne garde que les entreprises dont le SIREN est dans la liste des bilans.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

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

/// Les entreprises, sous pseudonyme.
@model(from: Entreprise.self, where: !bilans.isEmpty, clearance: .pseudonymous)
struct entreprises_suivies {
    /// Numéro.
    @key let impact_id = id
    /// Ville.
    let ville
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Nombre.
    let nombre = entreprises_suivies.count  // leak: suivi.nombre
}
