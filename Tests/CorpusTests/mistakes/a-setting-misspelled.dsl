/// Entreprises.
@model(from: Entreprise.self, filter: cotee == true)
struct entreprises {
    @key let id
}
