/// Entreprises.
@model(from: Entreprise.self)
@check(rows: id...) // error: [constant-expected]
@check(rows: 1) // error: [constant-expected]
@check(freshness: modifiee_le, within: "7") // error: [constant-expected]
@check(freshness: creee_le) // error: [constant-expected]
struct entreprises {
    @check(range: 0.5...) @key let id // error: [constant-expected]
    @check(oneOf: ["a", nil]) let naf // error: [constant-expected]
    // help: absent values pass every check
    let modifiee_le
    let creee_le
}
