/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Niveaux.
@model(from: Rapport.self, where: note != nil)
struct niveaux {
    @key let id
    let annee
    @stock(over: annee) let note
}

/// Total.
@metric(from: niveaux.self)
struct total {
    /// Total.
    let total = sum(note) // error: [stock-over-time]
}
