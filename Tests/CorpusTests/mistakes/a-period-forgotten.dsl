/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self)
struct inscriptions {
    /// Jour.
    @by let jour = creee_le
    /// Nombre.
    let nombre = count
    /// Cumul.
    let cumul = nombre.cumulated()
}
