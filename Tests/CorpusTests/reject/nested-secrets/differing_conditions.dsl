/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Par mois.
@metric(from: entreprises.self, unit: id, atLeast: 5, totals: true)
struct par_mois {
    /// Mois.
    @by(.month) let mois = creee_le
    /// Nombre.
    let nombre = count(where: effectif >= 10)
}

/// En tout.
@metric(history: .daily)
struct total { // error: [nested-secrets]
    /// Nombre.
    let nombre = entreprises.count(where: effectif >= 11)
}
