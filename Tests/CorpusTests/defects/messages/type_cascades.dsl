// Observed: also [missing-key] for the first struct and [type-expected] for the second member. Expected: the marked ones.
/// Adresse.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Itn // error: [unknown-type]
    @plain var d: [String: Int] // error: [unsupported]
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
