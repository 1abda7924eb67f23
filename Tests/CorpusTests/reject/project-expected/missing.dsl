// alone // error: [project-expected]
/// Adresse.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
