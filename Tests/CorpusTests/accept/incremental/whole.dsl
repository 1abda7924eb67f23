/// Déclaré ainsi.
@model(from: Rapport.self, refresh: .full)
struct rapports {
    @key let id
    let annee
}

/// Des classes dépendent de toutes les lignes.
@model(from: Habilitation.self, kAnonymous: 5, unit: user)
struct roles {
    let role
}

/// Une clé qui n'est pas un nombre.
@model(from: Document.self)
struct codes {
    @key let code
    /// Rapport.
    let rapport = rapport.id
}

/// Une clé d'une autre ligne.
@model(from: Document.self)
struct annees {
    /// Année.
    @key let annee = rapport.annee
    /// Code.
    @key let code
}
