/// Deux fois.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @personal var rue: String
    @plain var rue: String // error: [duplicate-name]
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
