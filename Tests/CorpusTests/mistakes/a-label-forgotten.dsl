/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Publiés.
    let publies = rapports.count(publie)
}
