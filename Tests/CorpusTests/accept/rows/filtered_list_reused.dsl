/// Une liste filtrée, nommée, servant plusieurs fois.
@model(from: Entreprise.self)
struct entreprises {
    private let publies = rapports.filter(publie)

    @key let id
    /// Nombre.
    let nombre = publies.count
    /// Notés.
    let notes = publies.count(where: note != nil)
    /// Dernier.
    let dernier = publies.last(by: annee)?.annee
    /// Un rapport final parmi eux.
    let final = publies.contains(where: statut == "final")
}
