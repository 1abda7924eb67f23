// Une colonne privée entre le secret et la déclassification.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain var role: String
    @secret var code_invitation: String?
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    private let c = code_invitation
    private let d = c?.prefix(1)
    /// Numéro.
    @key let impact_id = id
    /// Lettre.
    let lettre = disclosed(d, because: "Une lettre.")  // leak: membres.lettre
}
