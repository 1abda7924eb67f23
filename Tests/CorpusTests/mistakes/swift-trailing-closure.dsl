/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Publiés.
    let publies = rapports.filter { $0.publie }.count
}
