// La même table, une fois avec son schéma `public`.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Compte d'un utilisateur.
@source("users_user")
struct Compte {
    @key @personal var id: Int
    @personal var email: String
    @plain var langue: String
}

/// Le même compte, autrement.
@source("public.users_user")
struct CompteBis {
    @key @personal var id: Int
    @plain(because: "Adresse de service.") var email: String
}

/// Les comptes, sous pseudonyme.
@model(from: CompteBis.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let compte = pseudonym(id)
    /// Adresse.
    let email  // leak: comptes.email
}
