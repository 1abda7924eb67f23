// `@plain(because:)` est une décision écrite ; ce n’est pas une fuite.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
    @plain(because: "Choisi par la personne pour être affiché.") var prenom_public: String?
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Prénom affiché.
    let prenom_public
}
