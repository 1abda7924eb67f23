/// La clé unique est `entreprise, annee` : l'année est comparée à une valeur de la ligne elle-même.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Statut.
    let statut = rapports.first(where: annee == annee)?.statut // error: [ambiguous-row]
}
