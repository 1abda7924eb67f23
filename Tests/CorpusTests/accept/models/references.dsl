/// Comptes.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let id = pseudonym(id)
    /// Mois d'inscription.
    let mois = created_at.truncated(to: .month)
}

/// Entreprises cotées seulement.
@model(from: Entreprise.self, where: cotee == true)
struct cotees {
    @key let id
    /// Mère, si elle est cotée aussi.
    let mere = cotees[mere]
}

/// Rattachements.
@model(from: Habilitation.self, clearance: .pseudonymous)
struct rattachements {
    @key let id
    /// Compte.
    let compte = comptes[user]
    /// Entreprise, si elle est cotée.
    let entreprise = cotees[entreprise]
}

/// Toutes les entreprises.
@model(from: Entreprise.self)
struct toutes {
    @key let id
}

/// Une ligne par entreprise active, d'une autre table.
@model(from: Entreprise.self, where: effectif != nil)
struct details {
    /// Entreprise.
    @key let entreprise = toutes[self]
    let nom
}
