/// Sans nom de table.
@source // error: [text-expected]
struct SansNom {
    /// Clé.
    @key @plain @column(3) var id: Int // error: [text-expected]
}

/// Nom vide.
@source("") // error: [text-expected]
struct Vide {
    /// Clé.
    @key @plain @column("") var id: Int // error: [text-expected]
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
