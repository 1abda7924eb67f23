// Le filtre passe par une colonne calculée anodine.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain var role: String
    @plain var actif: Bool
    @plain var rang: Int
    var visible: Bool { actif && rang > 0 }
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self, where: visible)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Rôle.
    let role
}
