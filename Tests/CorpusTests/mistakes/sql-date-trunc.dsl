/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Mois.
    let mois = date_trunc("month", creee_le)
}
