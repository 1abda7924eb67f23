/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, where: creee_le >= today.adding(days: -30), as: .view) // error: [today-in-view]
struct inscriptions {
    /// Récentes.
    let recentes = count
}
