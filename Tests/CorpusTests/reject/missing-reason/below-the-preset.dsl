/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, unit: id, secret: .insee, atLeast: 2) // error: [missing-reason]
struct inscriptions {
    @by let effectif
    /// Nombre.
    let nombre = count
}
