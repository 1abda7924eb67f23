// Observed: `VALUES` with no row (vide.csv has its header only); with a column of NULLs only, its type is text and `sum(n)` fails.
// Expected: casts in the first row, `SELECT … WHERE false` for none.
/// Vide.
@reference("vide.csv")
struct Vide {
    @key @plain var code: String
    @plain var n: Int?
}

/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = Vide.sum(n)
}
