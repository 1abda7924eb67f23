/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Nombre.
@metric(from: entreprises.self, history: .hourly)
struct nombre {
    /// Nombre.
    let nombre = count
}
