/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    # le nom
    let nom
}
