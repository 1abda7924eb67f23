/// Comptes.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Équipe.
    let equipe = is_staff
}

/// Un indicateur est public.
@metric(history: .daily)
struct situation {
    /// Membres de l'équipe.
    let equipe = comptes.count(where: equipe) // error: [quasi-identifier-published]
}
