// La valeur calculée passe par une colonne privée avant d’être dite présente.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @personal var email: String
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    private let agent: String? = email.hasSuffix("@gouv.fr") ? "oui" : nil
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Est agent.
    let est_agent = agent != nil  // leak: comptes.est_agent
}
