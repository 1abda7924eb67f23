// Le domaine d’une adresse fabriquée : un bit personnel passé par la déclassification.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
    @personal var salaire: Int
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Organisme.
    let riche = (salaire > 50000 ? "x@gouv.fr" : "x@autre.fr").domain(among: ["gouv.fr"], otherwise: "autre")  // leak: comptes.riche
}
