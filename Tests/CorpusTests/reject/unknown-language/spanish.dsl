// alone
let project = Project(schema: "impact", language: "es") // error: [unknown-language]

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
