/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
}

/// Par effectif.
@metric(from: entreprises.self, unit: id, atLeast: 5)
struct par_effectif {
    @by let effectif
    /// Nombre.
    let units = count // error: [duplicate-name]
}
