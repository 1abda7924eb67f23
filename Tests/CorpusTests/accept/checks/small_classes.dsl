/// Effectifs.
@model(from: Entreprise.self, kAnonymous: 5)
@check(rows: 10..., severity: .warning)
struct effectifs {
    let effectif
}
