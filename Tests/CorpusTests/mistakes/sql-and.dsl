/// Entreprises.
@model(from: Entreprise.self, where: cotee == true AND effectif > 10)
struct entreprises {
    @key let id
}
