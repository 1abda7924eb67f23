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

/// Situation.
@metric(from: entreprises.self, history: .monthly)
struct situation {
    /// Nombre.
    let nombre = count(where: id > 3)
}

@test("arguments", today: "2026-06-15")
func arguments() {
    given() // error: [wrong-arguments]
    given(Entreprise.self) // error: [wrong-arguments]
    given(Entreprise(1)) // error: [wrong-arguments]
    given(Entreprise(id: 2, rapports: 1)) // error: [wrong-arguments]
    given(Rapport(id: 1)) // error: [wrong-arguments]
    // help: write the key that it refers to: `entreprise: 1`
    given(situation(nombre: 1)) // error: [wrong-arguments]
    expect() // error: [wrong-arguments]
    expect(entreprises.self) // error: [wrong-arguments]
    expect(entreprises("62")) // error: [wrong-arguments]
    expect(all: entreprises.self) // error: [wrong-arguments]
    expect(stopped: entreprises(id: 1)) // error: [wrong-arguments]
    expect(entreprises(id: pseudonym(1))) // error: [wrong-arguments]
}
