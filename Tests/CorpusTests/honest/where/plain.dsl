// Le filtre est anodin.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain var role: String
    @plain var actif: Bool
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self, where: actif && role != "lecteur")
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Rôle.
    let role
}
