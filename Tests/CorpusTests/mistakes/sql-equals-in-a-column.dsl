/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Cotée.
    let en_bourse = cotee = true
}
