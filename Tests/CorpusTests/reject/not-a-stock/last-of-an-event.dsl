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
    /// Dernier effectif.
    let dernier = last(effectif) // error: [not-a-stock]
}
