/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Raison sociale.
    let raison = disclosed(denomination)
}
