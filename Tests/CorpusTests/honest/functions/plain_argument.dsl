// La fonction est la même que pour une adresse, mais on lui donne un rôle.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain var role: String
}

/// Rend le texte tel quel.
func tel(_ texte: String) -> String { texte }

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Libellé.
    let libelle = tel(role)
}
