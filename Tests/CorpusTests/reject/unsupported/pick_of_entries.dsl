/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = reponses.entries.first(by: key)?.value.text // error: [unsupported]
    /// Y.
    let y = reponses.entries.first(by: key) != nil // error: [unsupported]
}
