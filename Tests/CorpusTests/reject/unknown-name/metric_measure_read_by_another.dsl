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
    let m = n + 1 // error: [unknown-name]
}
