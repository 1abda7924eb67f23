/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Une histoire inconnue, une source au lieu d'un modèle.
@metric(history: .hourly) // error: [unknown-name]
struct heures {
    /// Nombre.
    let nombre = entreprises.count
}

/// Une source n'est pas exposée.
@metric(from: Entreprise.self, history: .daily) // error: [unknown-name]
struct sources {
    /// Nombre.
    let nombre = entreprises.count
}
