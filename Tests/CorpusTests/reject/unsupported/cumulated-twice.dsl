/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self)
struct inscriptions {
    /// Mois.
    @by(.month) let mois = creee_le
    /// Nombre.
    let nombre = count
    /// Deux fois cumulé.
    let cumul = nombre.cumulated()
    /// Encore.
    let encore = cumul.cumulated() // error: [unsupported]
}
