/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Entreprise.
    let entreprise_id = entreprises[entreprise]
    let statut
}

/// Par statut.
@metric(from: rapports.self, unit: entreprise_id, atLeast: 5)
struct par_statut {
    @by let statut
    /// Entreprises.
    let nombre = count(distinct: entreprise_id) // error: [unprovable-secret]
}
