/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Par effectif.
@metric(from: entreprises.self, unit: id, atLeast: 5, totals: true)
struct par_effectif {
    @by let effectif
    /// Nombre.
    let nombre = count
}

/// Par mois, des grandes.
@metric(from: entreprises.self)
struct grandes { // error: [nested-secrets]
    /// Mois.
    @by(.month) let mois = creee_le
    /// Nombre.
    let nombre = count(where: effectif >= 250)
}
