/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Sans effectif.
    let inconnu = effectif IS NULL
}
