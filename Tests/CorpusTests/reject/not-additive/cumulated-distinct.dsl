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
    /// Noms.
    let noms = count(distinct: nom)
    /// Noms cumulés.
    let cumul = noms.cumulated() // error: [not-additive]
}
