// alone
let project = Project(schema: "impact", timeZone: "Europe/Paris'; DROP TABLE x") // error: [unknown-time-zone]

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
