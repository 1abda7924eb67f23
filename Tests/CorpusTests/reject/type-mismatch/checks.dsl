/// Entreprises.
@model(from: Entreprise.self)
@check(freshness: naf, within: 7) // error: [type-mismatch]
struct entreprises {
    @key let id
    @check(range: 0...9) let naf // error: [type-mismatch]
}
