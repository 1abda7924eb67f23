/// Entreprises.
@model(from: Entreprise.self)
@check(rows: 3...)
struct entreprises {
    @key let id
    let naf
}

@test("toutes les formes", today: "2026-06-15")
func toutes_les_formes() {
    given(Entreprise(id: 1, chiffre: -12, part: 0.5, reponses: "{}"), Entreprise(siren: "2", creee_le: "2026-01-01", mere: 1))
    given(Utilisateur(id: 7), Habilitation(user: 7, entreprise: 1, role: "éditeur \"a\""))
    expect(entreprises(id: 1, naf: nil), entreprises(id: 2))
    expect(entreprises.self, count: 2)
    expect(entreprises(naf: "62"), count: 0)
    expect(none: entreprises(id: 3))
    expect(stopped: entreprises.self)
}
