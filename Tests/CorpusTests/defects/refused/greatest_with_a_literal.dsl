// Observed: error[type-mismatch]: Decimal? and Int have no order between them. Expected: accepted, as `chiffre > 0` is.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = max(chiffre, 0)
}
