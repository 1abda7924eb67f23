/// Un secret ne se divulgue pas.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Mot de passe.
    let longueur = disclosed(password.count, because: "Une longueur.") // error: [secret-disclosed]
}
