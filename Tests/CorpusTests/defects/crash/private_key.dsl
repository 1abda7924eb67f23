// Observed: index out of range in insertChanged. Expected: error[missing-key] (a private column is no key).
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key private let cle = id
    let nom
}
