/// Plus grand que `bigint`.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Énorme.
    let enorme = id > 9_223_372_036_854_775_808 // error: [number-too-large]
}
