// instead of: @model(from: Compte.self, where: !equipe, kAnonymous: 5)
@model(from: Compte.self, where: !equipe, clearance: .pseudonymous)
// instead of: struct mois_inscription {
struct mois_inscription {
    /// Jeton.
    @key let jeton = pseudonym(id)
