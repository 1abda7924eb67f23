// Observed: compiles without the columns x and y. Expected: error[unknown-name] on `sorted` and on `count`.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = reponses.keys.sorted()
    /// Y.
    let y = (1...5).count(of: 3)
}
