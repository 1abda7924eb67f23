// alone
// Entre guillemets aussi, `public` est tout le monde.
let project = Project(
    schema: "public", // error: [reserved-name]
    readers: [
        "public", // error: [reserved-name]
        "none", // error: [reserved-name]
        "PUBLIC",
    ],
    sourceReader: "pg_read_all_data", // error: [reserved-name]
    publisher: "pg_monitor") // error: [reserved-name]

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
