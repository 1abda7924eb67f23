/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key private let cle = id // error: [key-is-private]
    let nom
}
