// instead of: @model(from: Compte.self, where: !equipe, kAnonymous: 5)
@model(from: Compte.self, where: !equipe, kAnonymous: 5, lDiverse: (langue, 2))
// instead of: struct mois_inscription {
struct mois_inscription {
    /// Langue.
    let langue
