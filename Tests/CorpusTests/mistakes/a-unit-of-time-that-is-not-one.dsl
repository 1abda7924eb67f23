/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Mois.
    let mois = creee_le.truncated(to: .mois)
}
