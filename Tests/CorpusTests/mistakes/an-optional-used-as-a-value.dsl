/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Double.
    let double = effectif * 2
    /// Annoncé.
    let annonce: Int = effectif
}
