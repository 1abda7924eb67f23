// alone
// The same with `schema:` and with the names in `readers:`.
let project = Project(schema: "impact", sourceReader: "a\nDROP TABLE x; --") // error: [text-expected]

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
