/// Entreprises.
@model(from: Entreprise.self)
@check(rows: 10...1) // error: [empty-range]
struct entreprises {
    @check(range: 0 ... -1) @key let id // error: [empty-range]
}
