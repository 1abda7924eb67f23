/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Moyenne.
    let moyenne = 50 <= effectif < 250
}
