/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Aujourd'hui.
    let jour = Date()
}
