/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = nom == "a'́ OR true OR '"
}
