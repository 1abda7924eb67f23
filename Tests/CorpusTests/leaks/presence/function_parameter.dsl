// La présence est demandée dans une fonction, à qui l’on donne une valeur calculée.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
    @personal var salaire: Int
}

/// Une valeur est là.
func present(_ valeur: String?) -> Bool { valeur != nil }

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Est agent.
    let est_agent = present(salaire > 50000 ? "x" : nil)  // leak: comptes.est_agent
}
