// Une chaîne de colonnes privées, toutes anodines.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain var role: String
    @plain var rang: Int
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    private let a = rang
    private let b = a * 2
    private let c = b > 3
    /// Numéro.
    @key let impact_id = id
    /// Niveau.
    let haut = c ? "haut" : "bas"
}
