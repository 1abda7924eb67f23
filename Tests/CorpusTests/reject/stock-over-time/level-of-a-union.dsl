/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    let annee
    let statut
    @stock(over: annee) let note
    let depose_le
}

/// Rapports.
@model(from: Rapport.self, where: statut == "brouillon")
struct brouillons {
    @key let id
    let annee
    let statut
    @stock(over: annee) let note
    let depose_le
}

/// Notes.
@metric(from: [rapports.self, brouillons.self])
struct notes {
    /// Toutes les années ensemble.
    let total = sum(note) // error: [stock-over-time]
}
