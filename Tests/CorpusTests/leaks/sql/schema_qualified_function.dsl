// Une fonction qualifiée par son schéma.
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
    let valeur = sql("pg_catalog.current_setting('impact.outer_pad')", as: String.self)  // leak: membres.valeur
}
