/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, unit: id, atLeast: 5, totals: true) // error: [unprovable-secret]
struct inscriptions {
    /// Mois.
    @by(.month) let mois = creee_le
    @by let effectif
    @by let nom
    /// Nombre.
    let nombre = count
}
