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
    let depose_le
}

/// Dépôts.
@metric(from: rapports.self)
struct depots {
    /// Mois.
    @by(.month) let mois = depose_le // error: [may-be-absent]
    /// Nombre.
    let nombre = count
}
