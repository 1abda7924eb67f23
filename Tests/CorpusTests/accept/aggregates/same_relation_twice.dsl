/// Deux filtres, une table dérivée.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Brouillons.
    let brouillons = rapports.count(where: statut == "brouillon")
    /// Publiés depuis 2020.
    let publies = rapports.count(where: publie && annee >= 2020)
    /// Meilleure note.
    let note = rapports.filter(publie).max(note)
}
