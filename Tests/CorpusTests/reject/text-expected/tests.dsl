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

@test(today: "2026-06-15") // error: [text-expected]
func sans_titre() {
    expect(entreprises.self, count: 1)
}
