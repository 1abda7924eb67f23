/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// La période s'appelle déjà `date`.
@metric(history: .daily)
struct situation {
    /// Nombre.
    let date = entreprises.count // error: [duplicate-name]
}
