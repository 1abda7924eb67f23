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

/// Effectifs déclarés, année par année.
@model(from: Rapport.self, where: note != nil)
struct notes {
    @key let id
    let annee
    @stock(over: annee) let note
}

/// Notes de chaque année, s'il y en a.
@model(from: Rapport.self)
struct rapports_notes {
    @key let id
    let annee
    let statut
    @stock(over: annee) let note
}

/// Une somme de niveaux est celle d'un seul moment.
@metric(from: notes.self)
struct total_des_notes {
    /// Année.
    @by let annee
    /// Total.
    let total = sum(note)
}

/// Une seule année.
@metric(from: notes.self, where: annee == 2025)
struct total_2025 {
    /// Total.
    let total = sum(note)
}

/// La dernière année de chaque statut, et de plusieurs notes la meilleure.
@metric(from: rapports_notes.self)
struct derniere_note {
    /// Statut.
    @by let statut
    /// Note.
    let note = last(note)
}
