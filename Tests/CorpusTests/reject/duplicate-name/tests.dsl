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

@test("une", today: "2026-06-15")
func une() {
    given(Entreprise(id: 1, siren: "1", siren: "2")) // error: [duplicate-name]
    expect(entreprises(id: 1, id: 2)) // error: [duplicate-name]
}

@test("une autre", today: "2026-06-15")
func une() { // error: [duplicate-name]
    expect(entreprises.self, count: 0)
}
