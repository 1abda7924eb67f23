// alone
// Not between quotes: it is a name of the project's own.

let project = Project(schema: "impact", spread: "magasins") // error: [unknown-name]
// help: write `spread: entreprise.self`

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
