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
    let x = Pays["DE"]?.population // error: [unsupported]
}
