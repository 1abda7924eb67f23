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

@test("rien", today: "2026-06-15")
func rien() { // error: [nothing-expected]
    given(Entreprise(id: 1))
}
