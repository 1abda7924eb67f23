// Le fragment nomme une colonne de la ligne.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain var role: String
    @personal var fonctions: String?
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Valeur.
    let valeur = sql("fonctions", as: String.self)  // leak: membres.valeur
}
