/// Entreprises.
@model(from: Entreprise.self where: cotee == true)
struct entreprises {
    @key let id
}
