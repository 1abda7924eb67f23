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

@test("constantes") // error: [constant-expected]
func sans_jour() {
    given(Entreprise(id: 1 + 1)) // error: [constant-expected]
    given(Entreprise(id: 2, creee_le: today)) // error: [constant-expected]
    given(Entreprise(id: 3, siren: "\(1)")) // error: [constant-expected]
    expect(entreprises.self, count: "2") // error: [constant-expected]
}

@test("jour", today: "30/02/2026") // error: [constant-expected]
func mauvais_jour() {
    expect(entreprises.self, count: 0)
}
