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

@test("deux fois la même", today: "2026-06-15")
func deux_fois() {
    given(Entreprise(id: 1), Entreprise(id: 2))
    given(Entreprise(id: 1)) // error: [duplicate-key]
    expect(entreprises.self, count: 2)
}
