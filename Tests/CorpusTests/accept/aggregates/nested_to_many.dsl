/// Une relation multiple dans une autre.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Pages de tous les rapports.
    let pages = rapports.sum(documents.sum(pages))
    /// Rapports avec annexe.
    let avec_annexe = rapports.count(where: documents.contains(where: nature == "annexe"))
    /// Rapports de plus de dix documents.
    let fournis = rapports.count(where: documents.count > 10)
}
