/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = [nil, "a"].contains(naf)
}
