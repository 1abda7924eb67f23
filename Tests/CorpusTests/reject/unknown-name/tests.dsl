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

@test("noms", today: "2026-06-15")
func noms() {
    given(Entreprize(id: 1)) // error: [unknown-name]
    // help: `Entreprise` is close
    given(Entreprise(id: 1, coteé: true)) // error: [unknown-name]
    // help: `cotee` is close
    expect(entreprise(id: 1)) // error: [unknown-name]
    // help: `entreprises` is close
    expect(entreprises(nef: "62")) // error: [unknown-name]
    // help: `naf` is close
    expect(none: sieges.self) // error: [unknown-name]
}
