/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
    let nom
}

/// Par effectif.
@metric(from: entreprises.self, unit: id, atLeast: 5)
struct par_effectif {
    @by let effectif
    /// Noms.
    let noms = count(distinct: nom) // error: [unprovable-secret]
}
