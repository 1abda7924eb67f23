/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    let annee
    let statut
    @stock(over: annee) let note
    let depose_le
}

/// Notes.
@metric
struct notes {
    /// Toutes les années ensemble.
    let total = rapports.sum(note) // error: [stock-over-time]
}
