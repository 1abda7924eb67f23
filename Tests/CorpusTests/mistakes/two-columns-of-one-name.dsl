/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    /// Nom.
    let nom = denomination.isPresent
}
