/// Une parenthèse manque.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nombre.
    let nombre = rapports.count(where: publie // error: [syntax]
    let nom
}
