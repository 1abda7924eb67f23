// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    // Salariés.
    let salaries = effectif
}
