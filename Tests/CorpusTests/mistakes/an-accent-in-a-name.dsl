/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Société mère.
    let société = nom
    /// Autre.
    let autre = societe
}
