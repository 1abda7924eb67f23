/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = max(chiffre, 0)
}
