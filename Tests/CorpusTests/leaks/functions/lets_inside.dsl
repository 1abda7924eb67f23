// La donnée passe par deux `let` du corps de la fonction.
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

/// Tranche de salaire.
func tranche(_ salaire: Int) -> String {
    let milliers = salaire / 1000
    let haut = milliers > 60
    return haut ? "haute" : "basse"
}

/// Les rattachements, dans Metabase.
@model(from: Habilitation.self)
struct membres {
    /// Numéro.
    @key let impact_id = id
    /// Tranche.
    let tranche = tranche(user.salaire)  // leak: membres.tranche
}
