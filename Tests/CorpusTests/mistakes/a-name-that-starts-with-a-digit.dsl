/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Salariés en 2025.
    let 2025_effectif = effectif
}
