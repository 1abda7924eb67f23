// Une condition personnelle choisit entre la ligne et aucune.
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
    @personal var handicap: Bool
}

/// Les rattachements, sous pseudonyme.
@model(from: Habilitation.self, clearance: .pseudonymous)
struct membres_suivis {
    private let cible = user.handicap ? invite_par?.langue : nil
    /// Numéro.
    @key let impact_id = id
    /// Connu.
    let connu = cible.isPresent  // leak: membres_suivis.connu
}
