/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let denomination
}
