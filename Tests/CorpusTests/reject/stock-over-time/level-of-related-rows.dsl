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

/// Notes.
@metric(from: entreprises.self)
struct notes {
    /// Toutes les années ensemble.
    let total = sum(rapports.sum(note)) // error: [stock-over-time]
    /// D'une seule année.
    let une = sum(rapports.filter(annee == 2025).sum(note))
}
