/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let naf
    let creee_le
}

/// Codes.
@metric(from: entreprises.self)
struct codes {
    /// Mois.
    @by(.month) let mois = creee_le
    /// Différents.
    let differents = count(distinct: naf)
    /// Cumul.
    let cumul = differents.cumulated()
}
