/// Un caractère NUL.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// NUL.
    let nul = nom == "a\0b" // error: [text-expected]
    /// NUL, encore.
    let encore = "\u{0}\(nom)" // error: [text-expected]
}
