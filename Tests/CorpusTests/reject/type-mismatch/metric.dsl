/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
}

/// Une mesure est un nombre.
@metric(history: .daily)
struct situation {
    /// Nom.
    let nom = entreprises.max(nom) // error: [type-mismatch]
}
