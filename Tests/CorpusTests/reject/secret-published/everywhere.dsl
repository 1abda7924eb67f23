/// Un secret n'atteint rien.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Mot de passe.
    let mot_de_passe = password // error: [secret-published]
    // help: a secret reaches nothing, not even a count
    /// Présence.
    let present = password.isPresent // error: [secret-published]
    /// Pseudonyme.
    let pseudonyme = pseudonym(password) // error: [secret-published]
    /// Compte.
    let compte = habilitations.count(where: user.password == "x") // error: [secret-published]
}
