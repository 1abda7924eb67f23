/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Jeton.
    let jeton = pseudonyme(id)
}
