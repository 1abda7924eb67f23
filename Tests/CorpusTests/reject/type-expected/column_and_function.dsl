func sansType() { 3 } // error: [type-expected]

/// Sans type.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @plain var rue // error: [type-expected]
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
