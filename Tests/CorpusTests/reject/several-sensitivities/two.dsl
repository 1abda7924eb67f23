/// Deux sensibilités.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @plain @personal var rue: String // error: [several-sensitivities]
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
