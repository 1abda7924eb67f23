// alone
let project = Project(schema: "impact")

/// Compte.
@source("users_user")
struct Compte {
    @key @plain var id: Int
    @plain @column("row_to_json") var tout: JSON? // error: [not-a-column]
    @plain var xmin: Int // error: [not-a-column]
}

/// Comptes.
@model(from: Compte.self)
struct comptes {
    /// Numéro.
    @key let id
}
