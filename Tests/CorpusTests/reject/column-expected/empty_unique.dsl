/// Rien n'est unique.
@source("adresse")
@unique() // error: [column-expected]
struct Adresse {
    /// Clé.
    @key @plain var id: Int
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
