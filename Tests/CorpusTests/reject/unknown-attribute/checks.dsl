/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Nombre d'entreprises.
@metric(from: entreprises.self, history: .monthly)
@check(rows: 1...) // error: [unknown-attribute]
struct situation {
    /// Nombre.
    let nombre = count(where: id > 3)
}
