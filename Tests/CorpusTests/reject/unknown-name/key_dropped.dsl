/// Essai.
@model(from: Entreprise.self)
struct essai {
    /// K.
    @key let k = (1...3).map(id) // error: [unknown-name]
}
