/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self)
struct inscriptions {
    /// Mois.
    let mois = creee_le
    /// Nombre.
    let nombre = count
}
