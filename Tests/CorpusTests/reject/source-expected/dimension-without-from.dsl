/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(history: .daily)
struct inscriptions {
    /// Effectif.
    @by let effectif = 1 // error: [source-expected]
    /// Nombre.
    let nombre = entreprises.count
}
