// Une valeur quasi-identifiante dans un calcul SQL.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain var role: String
    @quasi var score: Int
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Valeur.
    let valeur = sql("\(score) * 2", as: Int.self)  // leak: membres.valeur
}
