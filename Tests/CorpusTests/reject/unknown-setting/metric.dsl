/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Un réglage inconnu.
@metric(histroy: .daily, history: .daily) // error: [unknown-setting]
// help: `history` is close
struct situation {
    /// Nombre.
    let nombre = entreprises.count
}
