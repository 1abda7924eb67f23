// Deux relations sur la même colonne : l’une sans annotation, donc quasi, l’autre anodine.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @column("invite_par_id") var invite_par: Compte?
    @plain var role: String
    @plain @column("invite_par_id") var parrain: Compte?
}

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// A été invité.
    let invite = parrain != nil  // leak: membres.invite
}
