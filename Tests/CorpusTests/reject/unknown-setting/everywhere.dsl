// alone
let project = Project(
    shema: "impact", // error: [unknown-setting]
    // help: `schema` is close
    "impact") // error: [unknown-setting]

/// Adresse.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
}

/// Adresses.
@model(
    from: Adresse.self,
    were: id > 3, // error: [unknown-setting]
    // help: `where` is close
    materialized: true) // error: [unknown-setting]
struct adresses {
    @key let id
}
