/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
    let creee_le
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Entreprise.
    let entreprise_id = entreprises[entreprise]
    let annee
    let statut
    @stock(over: annee) let note
    let depose_le
}

/// Inscriptions.
@metric(from: entreprises.self, as: .view)
struct inscriptions {
    /// Avec un rapport d'hier.
    let recentes = count(where: rapports.contains(where: depose_le.truncated(to: .day) >= today.adding(days: -1))) // error: [today-in-view]
}
