/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Âge.
    let age = now().year - creee_le.year
}
