/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Sans histoire.
@metric(from: entreprises.self) // error: [missing-history]
struct situation {
    /// Nombre.
    let nombre = count(where: id > 3)
}
