/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
}

/// Entreprises encore.
@model(from: Entreprise.self)
struct par_effectif_total {
    @key let id
}

/// Par effectif.
@metric(from: entreprises.self, unit: id, atLeast: 5, totals: true)
struct par_effectif { // error: [duplicate-name]
    @by let effectif
    /// Nombre.
    let nombre = count
}
