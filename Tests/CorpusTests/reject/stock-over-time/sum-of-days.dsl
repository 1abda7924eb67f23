/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Chaque jour.
@metric(from: entreprises.self, history: .daily)
struct jour {
    /// Nombre.
    let nombre = count
}

/// Chaque mois.
@metric(from: jour.self)
struct mois {
    /// Mois.
    @by(.month) let mois = date
    /// Nombre.
    let nombre = sum(nombre) // error: [stock-over-time]
}
