/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, as: .view, unit: id, atLeast: 5) // error: [unprovable-secret]
struct inscriptions {
    @by let effectif
    /// Nombre.
    let nombre = count
}
