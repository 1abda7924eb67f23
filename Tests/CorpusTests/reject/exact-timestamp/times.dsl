/// Un instant se retrouve dans les journaux et les courriels.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Inscription.
    let inscrit = created_at // error: [exact-timestamp]
    /// Jour de l'inscription.
    let jour = created_at.truncated(to: .day)
    /// Dernière connexion.
    let connexion = disclosed(last_login, because: "Un choix écrit.")
    /// La même.
    let sans_motif = disclosed(last_login, because: "") // error: [missing-reason]
}

/// Une entreprise n'est pas une personne.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let modifiee_le
}
