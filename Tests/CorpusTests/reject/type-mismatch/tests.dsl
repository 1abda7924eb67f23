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

@test("types", today: "2026-06-15")
func types() {
    given(Entreprise(id: "1")) // error: [type-mismatch]
    given(Entreprise(id: 2, cotee: 1)) // error: [type-mismatch]
    given(Entreprise(id: 3, creee_le: "2026-02-30")) // error: [type-mismatch]
    // help: write a day: `"2026-06-15"`
    given(Entreprise(id: 4, modifiee_le: "hier")) // error: [type-mismatch]
    given(Entreprise(id: 5, effectif: 1.5)) // error: [type-mismatch]
    given(Rapport(entreprise: "un")) // error: [type-mismatch]
    expect(entreprises(naf: 62)) // error: [type-mismatch]
    expect(entreprises(id: pseudonym(Entreprise.id, 1))) // error: [type-mismatch]
    expect(entreprises(id: -1, naf: nil, part: -0.5, cotee: nil, creee_le: "2026-02-28", modifiee_le: "2026-01-01T10:00:00+02:00"))
}
