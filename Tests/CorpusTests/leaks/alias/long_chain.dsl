// Cinq colonnes privées à la suite entre la donnée et la table.
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
    @plain var langue: String
    @personal var salaire: Int
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    private let a = user.salaire
    private let b = a
    private let c = b + 1
    private let d = c * 2
    private let e = d
    /// Numéro.
    @key let impact_id = id
    /// Niveau.
    let niveau = e  // leak: membres.niveau
}
