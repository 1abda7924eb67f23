/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Nombre.
@metric
struct nombre {
    /// Nombre.
    let nombre = count
}
