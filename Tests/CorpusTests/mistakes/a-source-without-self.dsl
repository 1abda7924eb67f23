/// Entreprises.
@model(from: Entreprise)
struct entreprises {
    @key let id
}
