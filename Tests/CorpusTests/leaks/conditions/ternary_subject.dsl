// `? :` sur un booléen quasi-identifiant ; les deux branches sont des constantes.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("user_id") var user: Compte
    @plain var role: String
}

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @quasi var is_staff: Bool
    @plain var langue: String
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Profil.
    let profil_compte = user.is_staff ? "interne" : "externe"  // leak: membres.profil_compte
}
