/// Comptes.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// D'une expression.
    let expression = pseudonym(email.lowercased()) // error: [wrong-arguments]
    /// Sans motif.
    let motif = disclosed(email) // error: [wrong-arguments]
}

/// Clé double.
@model(from: Rapport.self)
struct doubles {
    @key let id
    @key let annee
}

/// Rapports.
@model(from: Rapport.self, clearance: .pseudonymous)
struct rapports {
    @key let id
    /// Une autre source.
    let autre = comptes[entreprise] // error: [wrong-arguments]
    /// Une valeur.
    let valeur = comptes[3] // error: [wrong-arguments]
    /// Une clé de deux colonnes.
    let double = doubles[self] // error: [wrong-arguments]
}
