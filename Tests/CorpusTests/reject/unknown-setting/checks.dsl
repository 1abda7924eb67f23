/// Entreprises.
@model(from: Entreprise.self)
@check(row: 1...) // error: [unknown-setting]
// help: `rows` is close
struct entreprises {
    @key let id
    @check(unique: [id]) // error: [unknown-setting]
    let naf
}
