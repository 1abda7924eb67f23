// `count(of: true)` sur des conditions dont une est sensible.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Rattachement d'un compte à une entreprise.
@source("habilitations_habilitation")
struct Habilitation {
    @key @plain var id: Int
    @plain @column("user_id") var user: Compte
    @plain var role: String
    @plain var actif: Bool
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
    /// Critères remplis.
    let criteres = [actif, role == "lecteur", user.is_staff].count(of: true)  // leak: membres.criteres
}
