/// Aucune clé.
@source("adresse")
struct Adresse { // error: [missing-key]
    /// Rue.
    @plain var rue: String
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let rue
}
