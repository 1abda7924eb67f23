/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = reponses.keys.sorted() // error: [unknown-name]
    /// Y.
    let y = (1...5).count(of: 3) // error: [unknown-name]
}
