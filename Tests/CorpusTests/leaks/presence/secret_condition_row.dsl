// La ligne est choisie par un secret, et la présence d’une colonne anodine la dit.
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
    @secret var code_invitation: String?
}

/// Les entreprises, sous pseudonyme.
@model(from: Entreprise.self, clearance: .pseudonymous)
struct entreprises_suivies {
    /// Numéro.
    @key let impact_id = id
    /// Un code par défaut.
    let code_zero = habilitations.first(where: code_invitation == "0000", by: id)?.role.isPresent  // leak: entreprises_suivies.code_zero
}
