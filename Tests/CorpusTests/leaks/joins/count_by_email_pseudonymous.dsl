// Compter par un lien d’adresse : dit si l’adresse est abonnée, même sous pseudonyme.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
@unique(email)
struct Compte {
    @key @personal var id: Int
    @personal var email: String
    @plain var langue: String
    @inverse(of: Abonnement.compte) var abonnements: [Abonnement]
}

/// Abonnement à la lettre, reconnu à l'adresse.
@source("lettre_abonnement")
struct Abonnement {
    @key @plain var id: Int
    @column("email", references: Compte.email) var compte: Compte?
    @plain var theme: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Abonnements.
    let abonnements = abonnements.count  // leak: comptes.abonnements
}
