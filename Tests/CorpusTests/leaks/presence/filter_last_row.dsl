// La ligne filtrée par une donnée personnelle existe-t-elle ?
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
    @personal var fonctions: String?
}

/// Les entreprises, sous pseudonyme.
@model(from: Entreprise.self, clearance: .pseudonymous)
struct entreprises_suivies {
    private let cible = habilitations.filter(fonctions == "PDG").last(by: id)
    /// Numéro.
    @key let impact_id = id
    /// A un PDG.
    let a_un_pdg = cible != nil  // leak: entreprises_suivies.a_un_pdg
}
