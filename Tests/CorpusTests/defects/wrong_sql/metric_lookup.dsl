// Observed: `SELECT … LEFT JOIN pays ON …` without FROM. Expected: a FROM clause.
/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
}

/// Situation.
@metric(history: .daily)
struct situation {
    /// X.
    let x = Pays["DE"]?.population
}
