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

@test("liste", today: "2026-06-15")
func liste() {
    given(Pays(code: "FR")) // error: [source-expected]
    expect(entreprises.self, count: 1)
}
