/// Un seuil d'un seul ne cache personne.
@model(from: Utilisateur.self, kAnonymous: 1) // error: [constant-expected]
struct comptes {
    /// Jeton.
    @key let id = pseudonym(id)
    /// Actif.
    let actif
}
