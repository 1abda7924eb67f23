/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Moyenne.
    let moyenne = effectif BETWEEN 50 AND 250
}
