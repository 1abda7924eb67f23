/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Une mesure sans valeur.
@metric(history: .daily)
struct situation {
    /// Nombre.
    let nombre // error: [value-expected]
}
