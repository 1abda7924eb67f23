// Le jeton de qui a invité.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @column("invite_par_id") var invite_par: Compte?
    @plain var role: String
}

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
}

/// Les rattachements, sous pseudonyme.
@model(from: Habilitation.self, clearance: .pseudonymous)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Jeton.
    let parrain = pseudonym(invite_par?.id)
}
