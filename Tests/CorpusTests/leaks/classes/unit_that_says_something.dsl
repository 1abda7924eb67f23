let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// Compte.
@source("comptes")
struct Compte {
    /// Numéro.
    @key @personal var id: Int
    /// Adresse.
    @personal var email: String
    /// Ville.
    @quasi var ville: String
}

/// A class is published if it has the person sought and another: the rows there are would say where that person lives.
@model(from: Compte.self, kAnonymous: 2, unit: email == "cherche@exemple.fr" ? 0 : 1)
struct compte {
    /// Ville.
    let ville
}
