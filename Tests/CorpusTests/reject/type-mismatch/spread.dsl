// alone
// Rows are spread by one value of theirs, which a server can be told by.

let project = Project(schema: "impact", spread: jours.self) // error: [type-mismatch]
// help: spread by another table

/// Relevé.
@source("releve")
struct Releve {
    @key @plain var id: Int
    @plain var jour: Date
    @plain var lieu: Int
}

/// Relevés, par jour et par lieu.
@model(from: Releve.self)
struct jours {
    /// Jour.
    @key let jour
    /// Lieu.
    @key let lieu
}
