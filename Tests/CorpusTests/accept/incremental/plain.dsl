/// Comptes, sous un pseudonyme : une plage disparue ne se reconnaît pas, et un jeton ne dit pas sa plage.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    let actif
}
