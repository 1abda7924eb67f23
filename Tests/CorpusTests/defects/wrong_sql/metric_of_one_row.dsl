// Observed: `SELECT … LEFT JOIN (SELECT  FROM impact.entreprises LIMIT 1)`: no FROM, no column, no order. Expected: FROM (… ORDER BY id DESC LIMIT 1), or a refusal.
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
    let x = entreprises.last(by: id)?.effectif
}
