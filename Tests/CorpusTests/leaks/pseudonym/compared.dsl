// Deux pseudonymes comparés, dans une table anonyme.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("user_id") var user: Compte
    @column("invite_par_id") var invite_par: Compte?
    @plain var role: String
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
    /// S’est invité.
    let lui_meme = pseudonym(user.id) == pseudonym(invite_par?.id)  // leak: membres.lui_meme
}
