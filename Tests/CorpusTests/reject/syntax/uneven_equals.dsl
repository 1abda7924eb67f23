// Une espace fine insécable contre le signe, comme en typographie.
/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nom.
    let appellation  = nom // error: [syntax]
}
