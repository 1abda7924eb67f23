// La fonction reçoit une ligne, et n’en lit que l’anodin.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @plain var ville: String?
    @plain var effectif: Int?
}

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("entreprise_id") var entreprise: Entreprise
    @plain var role: String
}

/// Plus de dix salariés.
func vivante(_ e: Entreprise) -> Bool? { e.effectif > 10 }

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Entreprise de plus de dix salariés.
    let vivante = vivante(entreprise)
}
