/// Compter les lignes liées.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nombre de rapports.
    let nombre = rapports.count
    /// Nombre de rapports publiés.
    let publies = rapports.count(where: publie)
    /// Nombre d'années distinctes.
    let annees = rapports.count(distinct: annee)
}
