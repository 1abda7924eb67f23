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

@test("mots", today: "2026-06-15")
func mots(x: Int) -> Int { // error: [unsupported]
    expect(entreprises.self, count: 1)
}
