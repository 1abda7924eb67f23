/// Vide.
@reference("vide.csv")
struct Vide { // error: [malformed-csv]
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
