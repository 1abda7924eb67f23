/// De quoi est-ce l'autre côté ?
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    var entreprises: [Entreprise] // error: [inverse-expected]
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
