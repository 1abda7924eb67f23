/// Deux clés.
@source("adresse")
struct Adresse {
    @key @plain var id: Int
    @key @plain var numero: Int // error: [duplicate-key]
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    /// Clé.
    @key let id
}
