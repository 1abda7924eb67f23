/// Comptes, avec ce qui s'y rattache : un rattachement qui change de compte change deux plages.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Nombre de rattachements.
    let rattachements = habilitations.count
    /// Rôle le plus récent.
    let role = habilitations.last(by: created_at)?.role
}
