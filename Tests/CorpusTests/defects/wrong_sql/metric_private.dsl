// Observed: a private measure is published. Expected: it is not (and other measures can name it), or `private` is refused there.
/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
}

/// Situation.
@metric(history: .daily)
struct situation {
    /// P.
    private let p = entreprises.count
    /// X.
    let x = entreprises.count
}
