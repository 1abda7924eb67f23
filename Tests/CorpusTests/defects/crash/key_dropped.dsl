// Observed: the column is dropped without a word, then index out of range. Expected: error[unknown-name] on `map`.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    /// K.
    @key let k = (1...3).map(id)
}
