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

@test("absences", today: "2026-06-15")
func absences() {
    given(Entreprise(id: 1, siren: nil)) // error: [may-be-absent]
    given(Rapport(entreprise: nil, auteur: nil)) // error: [may-be-absent]
    expect(entreprises(id: nil, naf: nil)) // error: [may-be-absent]
}
