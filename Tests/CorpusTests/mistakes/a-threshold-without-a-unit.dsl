/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, atLeast: 5)
struct inscriptions {
    /// Mois.
    @by(.month) let mois = creee_le
    /// Nombre.
    let nombre = count
}
