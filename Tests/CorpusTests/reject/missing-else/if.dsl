/// Un `if` sans `else`.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = if id > 3 { "grand" } // error: [missing-else]
    // help: add `else { nil }`
}
