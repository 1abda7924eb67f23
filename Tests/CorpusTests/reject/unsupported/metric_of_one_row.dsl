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
    let x = entreprises.last(by: id)?.effectif // error: [unsupported]
}
