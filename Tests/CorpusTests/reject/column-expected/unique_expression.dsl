/// Une expression n'est pas une colonne.
@source("adresse")
@unique(rue.lowercased()) // error: [column-expected]
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    /// Rue.
    @plain var rue: String
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
