/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Petite.
    let petite = (0…50).contains(effectif)
}
