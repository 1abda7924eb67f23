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

@test("nombres", today: "2026-06-15")
func nombres() {
    given(Entreprise(id: 99999999999999999999)) // error: [number-too-large]
    expect(entreprises.self, count: 1)
}
