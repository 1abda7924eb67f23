/// Trois fois la même table.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Grand-mère.
    let grand_mere = mere?.mere?.nom
    /// Mère.
    let mere = mere?.nom
}
