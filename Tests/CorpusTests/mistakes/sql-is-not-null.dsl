/// Entreprises.
@model(from: Entreprise.self, where: effectif is not null)
struct entreprises {
    @key let id
}
