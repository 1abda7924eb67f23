// alone
// Qui lit n'écrit pas.
let project = Project(
    schema: "impact",
    readers: ["metabase", "impact_owner"], // error: [duplicate-name]
    publisher: "impact_owner") // error: [duplicate-name]

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
