// alone
let project = Project(schema: "impact")

/// Adresse.
@source("a\0b") // error: [text-expected]
struct Adresse {
    /// Clé.
    @key @plain var id: Int
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
