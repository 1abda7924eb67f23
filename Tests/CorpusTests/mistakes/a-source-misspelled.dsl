/// Entreprises.
@model(from: Entreprises.self)
struct entreprises {
    @key let id
}
