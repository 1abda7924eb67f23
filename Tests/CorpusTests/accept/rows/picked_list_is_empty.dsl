/// Une liste dont une ligne est choisie : cette ligne dit si la liste est vide.
@model(from: Entreprise.self, where: !rapports.isEmpty)
struct entreprises {
    private let dernier = rapports.last(by: annee)

    @key let id
    /// Sans rapport publié.
    let sans_publie = rapports.filter(publie).isEmpty
    /// Dernier statut.
    let statut = dernier?.statut
    /// Dernière année publiée.
    let publie = rapports.last(where: publie, by: annee)?.annee
    /// Un rapport dont les documents sont là : la liste est celle d'une autre ligne.
    let documentes = rapports.count(where: !documents.isEmpty)
}
