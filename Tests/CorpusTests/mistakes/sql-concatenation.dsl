/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nom complet.
    let complet = nom || naf
}
