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
    /// Nombre.
    let nombre = count
    /// Précédent.
    let precedent = nombre.previous // error: [period-expected]
}
