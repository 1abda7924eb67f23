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

/// Rapports par taille d'entreprise : de plusieurs à une, rien ne se multiplie.
@metric(from: rapports.self, where: statut != nil)
struct rapports_par_taille {
    /// Taille de l'entreprise.
    @by let taille = entreprise_id.effectif.bucketed(by: [10, 50])
    /// Rapports.
    let nombre = count()
    /// Entreprises.
    let entreprises = count(distinct: entreprise_id)
    /// Note moyenne.
    let note = average(note)
    /// Meilleure note d'un rapport fini.
    let meilleure = max(note, where: statut == "final")
}
