// `TABLE x` est une requête sans SELECT.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain var role: String
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Valeur.
    let valeur = sql("(TABLE users_user LIMIT 1)", as: String.self)  // leak: membres.valeur
}
