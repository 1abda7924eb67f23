// Le nom désigne la colonne de la ligne comptée, sensible, et non celle du modèle.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @plain var ville: String?
    @inverse(of: Habilitation.entreprise) var habilitations: [Habilitation]
}

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("entreprise_id") var entreprise: Entreprise
    @plain var role: String
    @quasi var score: Int
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    private let score = 3
    /// Numéro.
    @key let impact_id = id
    /// Nombre.
    let nombre = habilitations.count(where: score == 3)  // leak: entreprises.nombre
}
