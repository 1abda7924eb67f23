// La condition nomme la colonne anodine de la ligne comptée, et non la privée personnelle du modèle.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @personal var denomination: String
    @plain var ville: String?
    @inverse(of: Habilitation.entreprise) var habilitations: [Habilitation]
}

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("entreprise_id") var entreprise: Entreprise
    @plain var role: String
    @plain var rang: Int
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    private let rang = denomination
    /// Numéro.
    @key let impact_id = id
    /// Nombre.
    let nombre = habilitations.count(where: rang == 3)
}
