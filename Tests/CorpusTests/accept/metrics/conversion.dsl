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

/// De l'inscription au premier rapport, en moins de 90 jours.
@metric(from: entreprises.self)
struct premiers_rapports {
    /// Trimestre d'inscription.
    @by(.quarter) let trimestre = creee_le
    /// Entreprises qui ont déposé un rapport à temps, parmi celles dont les 90 jours sont passés.
    let conversion = conversion(from: creee_le, to: rapports.min(depose_le), within: 90)
}
