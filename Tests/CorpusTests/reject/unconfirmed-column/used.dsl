/// Adresse.
@source("adresse")
struct Adresse { // error: [unconfirmed-column]
    // help: where the proposal is right, write `@personal` instead of `@proposed(.personal)`; until then it is used nowhere
    /// Clé.
    @key @proposed(.quasi) var id: Int
    @proposed(.personal) var rue: String
    @personal var ville: String
    @column("entreprise_id") var entreprise: Entreprise

    @inverse(of: Visite.adresse) var visites: [Visite]
}

/// Visite.
@source("visite")
struct Visite {
    /// Clé.
    @key @plain var id: Int
    @column("adresse_id") var adresse: Adresse // error: [unconfirmed-column]
}

/// Adresses.
@model(from: Adresse.self, clearance: .pseudonymous)
struct adresses {
    /// Jeton.
    @key let jeton = pseudonym(id) // error: [unconfirmed-column]
    // help: if it is right, write `@quasi` there instead of `@proposed(.quasi)`
    /// Rue.
    let rue_connue = rue != nil // error: [unconfirmed-column]
    // help: if it is right, write `@personal` there instead of `@proposed(.personal)`
    /// Ville.
    let ville_connue = ville.isPresent
}

/// Visites.
@model(from: Visite.self, clearance: .pseudonymous)
struct visites {
    @key let id
    /// Adresse.
    let ville = adresse.ville.isPresent
}
