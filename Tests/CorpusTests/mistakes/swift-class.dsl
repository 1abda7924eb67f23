/// Entreprises.
@model(from: Entreprise.self)
class entreprises {
    @key let id
}
