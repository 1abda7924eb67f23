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
    /// Part.
    let part = 100 * ratio(count(where: effectif != nil), over: count) // error: [misplaced-ratio]
}
