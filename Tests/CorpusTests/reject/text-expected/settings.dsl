// alone
let project = Project(
    schema: 3, // error: [text-expected]
    readers: "metabase", // error: [text-expected]
    timeZone: "Europe/Paris")

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
