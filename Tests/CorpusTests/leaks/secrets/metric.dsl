// Un indicateur sur un modèle filtré par un secret : la table elle-même est refusée.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @secret var password: String
    @plain var langue: String
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Sans mot de passe.
    let sans_mot_de_passe = password == ""  // leak: comptes.sans_mot_de_passe
}
