/// Au plus une ligne : une jointure suffit.
@model(from: Entreprise.self)
struct entreprises {
    private let dernier = rapports.first(where: annee == today.year - 1)

    @key let id
    /// Statut du rapport de l'an dernier.
    let statut = dernier?.statut
    /// Il existe.
    let existe = dernier != nil
}
