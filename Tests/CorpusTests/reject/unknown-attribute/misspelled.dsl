/// Des attributs qui n'existent pas.
@source("adresse")
@uniqe(id) // error: [unknown-attribute]
// help: `unique` is close
struct Adresse {
    /// Clé.
    @key @plian var id: Int // error: [unknown-attribute]
    // help: `plain` is close
    @Key @plain var rue: String // error: [unknown-attribute]
    // help: `key` is close
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    @plain let nom // error: [unknown-attribute]
    @colonne("Code") let naf // error: [unknown-attribute]
}
