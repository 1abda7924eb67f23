/// Adresse.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @proposed(.personal) @quasi var rue: String // error: [several-sensitivities]
    @proposed(.public) var ville: String // error: [wrong-arguments]
    @proposed var pays: String // error: [wrong-arguments]
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
