/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
}

/// Toutes ensemble : une ligne, de zéros où il n'y en a pas.
@metric(from: entreprises.self, unit: id, atLeast: 3)
struct ensemble {
    /// Entreprises.
    let nombre = count
    /// Salariés.
    let salaries = sum(effectif)
}
