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

@test("verbes", today: "2026-06-15")
func verbes() {
    givn(Entreprise(id: 1)) // error: [unknown-function]
    // help: `given` is close
    expect(entreprises.self, count: 1)
}
