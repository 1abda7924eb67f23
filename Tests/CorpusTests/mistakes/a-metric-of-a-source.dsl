/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Nombre.
@metric(from: Entreprise.self)
struct nombre {
    /// Nombre.
    let nombre = count
}
