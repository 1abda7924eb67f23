// Observed: compiles; `n` is «anodine» though it counts the rows whose quasi column is set. `habilitations.count(where: user.last_login != nil)` is refused.
// Expected: quasi-identifier-published: the filter of the model flows into the count.
/// Comptes.
@model(from: Utilisateur.self, where: last_login != nil, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
}

/// Situation.
@metric(history: .daily)
struct situation {
    /// Nombre.
    let n = comptes.count
}
