/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Grande.
    let grande = (250...).contains(effectif) // error: [unsupported]
}
