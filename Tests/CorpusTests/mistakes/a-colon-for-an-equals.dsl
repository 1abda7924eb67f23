/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nom.
    let appellation: nom
}
