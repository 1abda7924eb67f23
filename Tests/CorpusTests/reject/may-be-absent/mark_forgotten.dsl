/// Le `?.` est oublié.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Mère.
    let mere = mere.nom // error: [may-be-absent]
    // help: follow it with `?.nom`
    /// Dernier statut.
    let statut = rapports.last(by: annee).statut // error: [may-be-absent]
}
