/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Grande.
    let grande = NOT cotee OR effectif > 250
}
