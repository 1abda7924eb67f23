// alone
// Observed: `FROM "a<NUL>b"`. @source(".") gives `FROM  AS adresse`; a schema of 60 bytes gives a 69-byte `…_internal`. Expected: text-expected, name-too-long.
let project = Project(schema: "impact")

/// Adresse.
@source("a\0b")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
