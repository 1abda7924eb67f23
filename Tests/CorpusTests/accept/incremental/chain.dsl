/// Entreprises, avec les documents de leurs rapports : une table mène à l'autre.
@model(from: Entreprise.self)
struct entreprises {
    private let dernier = rapports.last(by: annee)

    @key let id
    /// Nombre de documents du dernier rapport.
    let documents = dernier?.documents.count
}
