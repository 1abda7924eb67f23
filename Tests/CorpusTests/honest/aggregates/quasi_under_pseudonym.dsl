// Un agrégat quasi-identifiant, sous pseudonyme.
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
}

/// Les entreprises, sous pseudonyme.
@model(from: Entreprise.self, clearance: .pseudonymous)
struct entreprises_suivies {
    /// Numéro.
    @key let impact_id = id
    /// Dernier rattachement.
    let dernier = habilitations.max(depuis)
}
