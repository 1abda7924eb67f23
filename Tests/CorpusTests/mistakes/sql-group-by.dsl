/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nombre.
    let nombre = rapports.groupBy(annee).count
}
