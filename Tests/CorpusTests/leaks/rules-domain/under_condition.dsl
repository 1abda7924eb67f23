// Le domaine sort sous une condition personnelle.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @personal var email: String
    @plain var langue: String
    @personal var handicap: Bool
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Organisme.
    let organisme = handicap ? email.domain(among: ["gouv.fr"], otherwise: "autre") : nil  // leak: comptes.organisme
}
