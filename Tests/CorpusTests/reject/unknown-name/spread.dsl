// alone
// `spread:` names a table that is exposed, not one of production.

let project = Project(schema: "impact", spread: Magasin.self) // error: [unknown-name]
// help: `magasins` is close

/// Magasin.
@source("magasin")
struct Magasin {
    @key @plain var id: Int
}

/// Magasins.
@model(from: Magasin.self)
struct magasins {
    /// Numéro.
    @key let id
}
