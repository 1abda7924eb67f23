/// Entreprises.
@model(from: Entreprise.self, where: nom LIKE "S%")
struct entreprises {
    @key let id
}
