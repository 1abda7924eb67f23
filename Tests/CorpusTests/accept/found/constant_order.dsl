/// Un ordre constant n'ordonne rien : la clé départage.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Statut.
    let statut = rapports.first(by: 1)?.statut
    /// Dernier statut.
    let dernier = rapports.last(by: 0.5)?.statut
}
