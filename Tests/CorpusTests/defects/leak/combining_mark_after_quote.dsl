// Observed: the quote is not doubled: SQL outside the literal. Expected: every scalar ' is doubled.
/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = nom == "a'́ OR true OR '"
}
