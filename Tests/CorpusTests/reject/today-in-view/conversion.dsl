/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, as: .view)
struct inscriptions {
    /// Récentes.
    let recentes = count(where: creee_le >= today.adding(days: -30)) // error: [today-in-view]
}
