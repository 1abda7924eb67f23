/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, history: .daily)
struct inscriptions {
    /// Mois.
    @by(.month) let mois = creee_le // error: [several-periods]
    /// Nombre.
    let nombre = count
}
