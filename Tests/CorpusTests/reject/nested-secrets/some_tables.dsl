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
    @key let id
    /// Entreprise.
    let entreprise_id = entreprises[entreprise]
}

/// Habilitations.
@model(from: Habilitation.self)
struct habilitations {
    @key let id
    /// Entreprise.
    let entreprise_id = entreprises[entreprise]
}

/// Ensemble.
@metric(from: [rapports.self, habilitations.self], unit: entreprise_id, atLeast: 5, totals: true)
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
    let nombre = rapports.count
}
