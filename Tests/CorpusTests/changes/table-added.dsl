/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Salariés.
    let effectif
    /// Nom.
    let nom
}


// becomes: 2026-06-15

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Salariés.
    let effectif
    /// Nom.
    let nom
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    /// Numéro.
    @key let numero = id
    /// Entreprise.
    let entreprise = entreprises[entreprise]
}
