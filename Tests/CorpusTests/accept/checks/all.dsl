/// Entreprises.
@model(from: Entreprise.self)
@check(rows: 1...1_000_000)
@check(unique: [naf, creee_le])
@check(unique: nom, severity: .warning)
@check(freshness: modifiee_le, within: 7)
@check(freshness: creee_le, within: 365, severity: .warning)
struct entreprises {
    @key @check(range: 1...) let id
    let nom
    @check(oneOf: ["62.01Z", "l'autre"]) let naf
    @check(range: 0..<1, severity: .warning) let part
    @check(range: ...1_000_000.5) let chiffre
    @check(oneOf: [-1, 0, 1], severity: .error) let effectif
    let modifiee_le
    let creee_le
}
