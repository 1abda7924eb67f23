/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    /// Entreprise.
    @key let entreprise_id = entreprises[entreprise]
    @key let annee
}

/// Ensemble.
@metric(from: [entreprises.self, rapports.self], unit: table, atLeast: 5, totals: true)
struct ensemble {
    /// Table.
    @by let quoi = table
    /// Nombre.
    let nombre = count
}

/// En tout.
@metric(history: .daily)
struct total { // error: [nested-secrets]
    /// Nombre.
    let nombre = entreprises.count
}
