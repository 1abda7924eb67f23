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

/// Inscriptions par mois et par taille ; les mois sans inscription sont à zéro.
@metric(from: entreprises.self)
struct inscriptions {
    /// Mois.
    @by(.month) let mois = creee_le
    /// Taille.
    @by let taille = effectif.bucketed(by: [10, 50])
    /// Entreprises inscrites.
    let inscrites = count
    /// Dont celles qui ont fini un rapport.
    let avec_rapport = count(where: rapports.contains(where: statut == "final"))
    /// Leur part.
    let part = ratio(avec_rapport, over: inscrites)
    /// Rapports de ces entreprises.
    let rapports_remis = sum(rapports.count)
}
