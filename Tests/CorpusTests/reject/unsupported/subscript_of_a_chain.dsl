/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = reponses?["a"].text // error: [unsupported]
}
