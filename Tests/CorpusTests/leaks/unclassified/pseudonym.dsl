// Le pseudonyme d’une colonne sans sensibilité.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @plain var langue: String
    var iban: String?
}

/// Les comptes, sous pseudonyme.
@model(from: Compte.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Jeton de l’IBAN.
    let compte_bancaire = pseudonym(iban)  // leak: comptes.compte_bancaire
}
