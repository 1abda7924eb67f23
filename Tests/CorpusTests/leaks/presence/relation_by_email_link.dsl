// La présence du lien d’adresse lui-même, sans annotation.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Abonnement à la lettre, reconnu à l'adresse.
@source("lettre_abonnement")
struct Abonnement {
    @key @plain var id: Int
    @column("email", references: Compte.email) var compte: Compte?
    @plain var theme: String
}

/// Compte d'un utilisateur.
@source("users_user")
@unique(email)
struct Compte {
    @key @personal var id: Int
    @personal var email: String
    @plain var langue: String
}

/// Les abonnements, sous pseudonyme.
@model(from: Abonnement.self, clearance: .pseudonymous)
struct abonnes {
    /// Numéro.
    @key let abonnement = id
    /// L’adresse a un compte.
    let connu = compte != nil  // leak: abonnes.connu
}
