/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Inscriptions.
@metric(from: entreprises.self, unit: id, secret: .insee)
struct inscriptions {
    /// Plus grand.
    let effectif = max(effectif) // error: [unprovable-secret]
}
