/// Entreprises.
@model(from: Entreprise.self)
@check(unique: [id, nef]) // error: [unknown-name]
// help: `naf` is close
@check(rows: 1..., severity: .mild) // error: [unknown-name]
struct entreprises {
    @key let id
    let naf
}
