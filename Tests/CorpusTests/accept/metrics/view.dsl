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
    let annee
    let statut
    let note
    let depose_le
}

/// Calculée à la lecture.
@metric(from: rapports.self, as: .view)
struct par_statut {
    @by let statut
    /// Rapports.
    let nombre = count
    /// Déposés.
    let deposes = count(where: depose_le != nil)
}
