/// L'une ou l'autre de deux lignes.
@model(from: Entreprise.self)
struct entreprises {
    private let tete = mere?.mere ?? mere

    @key let id
    /// Nom de la tête du groupe.
    let tete_nom = tete?.nom
    /// Numéro de la tête du groupe.
    let tete_id = tete?.id
}
