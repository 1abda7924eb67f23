// Une existence sous condition anodine.
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
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// A un éditeur.
    let a_un_editeur = habilitations.contains(where: role == "editeur")
}
