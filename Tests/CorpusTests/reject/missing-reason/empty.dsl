/// Une divulgation sans motif.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let id = pseudonym(id)
    /// Adresse.
    let email = disclosed(email, because: " ") // error: [missing-reason]
}
