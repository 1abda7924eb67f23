/// Comptes.
@model(from: Utilisateur.self)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
}
