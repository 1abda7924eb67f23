// Interpoler une donnée personnelle dans un modèle pseudonyme.
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
}

/// Les rattachements, sous pseudonyme.
@model(from: Habilitation.self, clearance: .pseudonymous)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Valeur.
    let valeur = sql("left(\(user.nom), 1)", as: String.self)  // leak: membres.valeur
}
