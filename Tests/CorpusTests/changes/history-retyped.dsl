/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Salariés.
    let effectif
    /// Code NAF.
    let naf
}

/// Situation de chaque mois.
@metric(from: entreprises.self, history: .monthly)
struct situation {
    /// Combien.
    let nombre = count
    /// Salariés.
    let salaries = sum(effectif)
}

// becomes: 2026-06-15

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Salariés.
    let effectif
    /// Code NAF.
    let naf
}

/// Situation de chaque mois.
@metric(from: entreprises.self, history: .monthly)
struct situation {
    /// Combien.
    let nombre = count
    /// Salariés.
    let salaries = average(effectif)
}
