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
    private let p = entreprises.count // error: [unsupported]
    /// X.
    let x = entreprises.count
}
