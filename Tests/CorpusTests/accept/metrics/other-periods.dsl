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

/// Inscriptions, comparées aux périodes d'avant.
@metric(from: entreprises.self)
struct inscriptions {
    /// Mois.
    @by(.month) let mois = creee_le
    /// Entreprises inscrites.
    let inscrites = count
    /// Depuis la première.
    let cumul = inscrites.cumulated()
    /// Depuis janvier.
    let depuis_janvier = inscrites.cumulated(since: .year)
    /// Le mois d'avant.
    let mois_precedent = inscrites.previous
    /// Le même mois de l'année d'avant.
    let an_passe = inscrites.yearBefore
    /// De plus que le mois d'avant.
    let ecart = inscrites - inscrites.previous
}

/// Rapports par jour, comparés à ceux d'il y a un an.
@metric(from: rapports.self, where: depose_le != nil)
struct depots {
    /// Jour.
    @by(.day) let jour = depose_le
    /// Rapports déposés.
    let deposes = count
    /// Il y a un an.
    let an_passe = deposes.yearBefore
}
