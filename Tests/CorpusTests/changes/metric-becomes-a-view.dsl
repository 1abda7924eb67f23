/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Salariés.
    let effectif
}

/// Ensemble.
@metric(from: entreprises.self, as: .view)
struct ensemble {
    /// Combien.
    let nombre = count
    /// Salariés.
    let salaries = sum(effectif)
}

/// Par effectif.
@metric(from: entreprises.self, where: effectif != nil)
struct tailles {
    /// Effectif.
    @by let taille = effectif ?? 0
    /// Combien.
    let nombre = count
}

// becomes: 2026-06-15

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Salariés.
    let effectif
}

/// Ensemble.
@metric(from: entreprises.self)
struct ensemble {
    /// Combien.
    let nombre = count
    /// Salariés.
    let salaries = sum(effectif)
}

/// Par effectif.
@metric(from: entreprises.self, where: effectif != nil, as: .view)
struct tailles {
    /// Effectif.
    @by let taille = effectif ?? 0
    /// Combien.
    let nombre = count
}
