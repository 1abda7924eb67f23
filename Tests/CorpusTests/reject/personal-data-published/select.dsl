/// Directement.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    let email // error: [personal-data-published]
    /// Numéro.
    let numero = id // error: [personal-data-published]
}
