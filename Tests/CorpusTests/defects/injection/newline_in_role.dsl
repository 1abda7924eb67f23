// alone
// Observed: the header comment of grants.sql ends at the newline and `DROP TABLE x; --` is a statement. Expected: a refused name, or a header of one line.
// The same with `schema:` and with the names in `readers:`.
let project = Project(schema: "impact", sourceReader: "a\nDROP TABLE x; --")

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
