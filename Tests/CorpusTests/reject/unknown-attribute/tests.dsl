/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let naf
    let cotee
    let part
    let creee_le
    let modifiee_le
}

@test("attributs", today: "2026-06-15")
@main // error: [unknown-attribute]
func attributs() {
    expect(entreprises.self, count: 1)
}
