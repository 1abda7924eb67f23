// Observed: error[unsupported] without help. Expected: accepted as Swift does, or «write `reponses["a"]`».
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = reponses?["a"].text
}
