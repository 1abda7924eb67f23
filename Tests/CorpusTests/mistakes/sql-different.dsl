/// Entreprises.
@model(from: Entreprise.self, where: nom <> "SNCF")
struct entreprises {
    @key let id
}
