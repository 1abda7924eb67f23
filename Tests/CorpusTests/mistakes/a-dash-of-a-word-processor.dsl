/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Différence.
    let difference = id – 1
}
