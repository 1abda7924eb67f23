/// Comptes.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    let created_at
}

/// Inscriptions.
@metric(from: comptes.self)
struct inscriptions {
    /// Moment.
    @by let moment = created_at
    /// Nombre.
    let nombre = count
}
