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
    let n = comptes.count // error: [quasi-identifier-published]
}
