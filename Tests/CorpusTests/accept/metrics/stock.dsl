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
