// Une date tronquée, de la ligne qu’une condition personnelle a choisie.
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
    @quasi var depuis: Date
    @personal var fonctions: String?
}

/// Les entreprises, sous pseudonyme.
@model(from: Entreprise.self, clearance: .pseudonymous)
struct entreprises_suivies {
    /// Numéro.
    @key let impact_id = id
    /// Mois.
    let mois = habilitations.first(where: fonctions == "PDG", by: id)?.depuis.truncated(to: .month)  // leak: entreprises_suivies.mois
}
