/// Comptes, sous un jeton.
@model(from: Utilisateur.self, where: actif, clearance: .pseudonymous)
struct comptes {
    /// Jeton du compte.
    @key let compte = pseudonym(id)
    /// Jeton de l'adresse.
    let adresse = pseudonym(email)
    /// Domaine.
    let domaine = disclosed(email.suffix(3), because: "L'extension d'un nom de domaine ne désigne personne.")
    /// A des préférences.
    let a_des_preferences = preferences.isPresent
    /// Mois de connexion.
    let connecte_le = last_login.truncated(to: .month)
}
