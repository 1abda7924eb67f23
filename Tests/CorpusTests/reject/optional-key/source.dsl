/// Une clé qui peut manquer.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int? // error: [optional-key]
}

/// Adresses.
@model(from: Adresse.self, where: id != nil)
struct adresses {
    @key let id
}
