/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Salariés.
    let effectif
    /// Nom.
    @deprecated("utiliser denomination", until: "2027-03-01") let nom
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    /// Numéro.
    @key let numero = id
    /// Entreprise.
    let entreprise = entreprises[entreprise]
}

// becomes: 2027-03-01

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let numero = id
    /// Salariés.
    let effectif
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    /// Numéro.
    @key let numero = id
    /// Entreprise.
    let entreprise = entreprises[entreprise]
}
