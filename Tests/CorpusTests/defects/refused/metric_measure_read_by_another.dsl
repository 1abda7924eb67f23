// Observed: error[unknown-name] on `n`; also bare `max(effectif)` in a metric with `from:` is taken for the function of two values. Expected: accepted.
/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
}

/// Situation.
@metric(history: .daily)
struct situation {
    /// N.
    let n = entreprises.count
    /// M.
    let m = n + 1
}
