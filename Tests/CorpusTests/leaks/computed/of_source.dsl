// Une colonne calculée de la source n'a pas de sensibilité propre : elle a celle de ce qu'elle lit.
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
    @personal var nom: String?
    @plain var langue: String
    /// Initiale du nom.
    var initiale: String? { nom?.prefix(1) }
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Initiale.
    let initiale = user.initiale  // leak: membres.initiale
}
