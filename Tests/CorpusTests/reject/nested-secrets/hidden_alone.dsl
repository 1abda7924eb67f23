/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Par effectif.
@metric(from: entreprises.self, unit: id, atLeast: 5)
struct par_effectif { // error: [nested-secrets]
    @by let effectif
    /// Nombre.
    let nombre = count
}

/// En tout.
@metric(history: .daily)
struct total {
    /// Nombre.
    let nombre = entreprises.count
}
