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

@test("réglages", now: "2026-06-15", today: "2026-06-15") // error: [unknown-setting]
func reglages() {
    expect(entreprises.self, count: 1)
}
