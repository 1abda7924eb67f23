/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, unit: id, secret: .insee)
struct inscriptions {
    /// Mois.
    @by(.month) let mois = creee_le
    /// Nombre.
    let nombre = count
    /// Cumul.
    let cumul = nombre.cumulated() // error: [unprovable-secret]
}
