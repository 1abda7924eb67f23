// Observed: [syntax] and [unsupported] for one brace. Expected: [syntax] only.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
}
} // error: [syntax]
