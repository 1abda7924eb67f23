/// Un ordre qui ne lit rien des lignes n'en est pas un.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Statut.
    let statut = rapports.first(by: 1)?.statut // error: [unrelated-operand]
}
