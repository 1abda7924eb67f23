/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, atLeast: 3) // error: [unit-expected]
struct inscriptions {
    /// Nombre.
    let nombre = count
}
