/// Un modèle anonyme par défaut.
@model(from: Utilisateur.self, where: is_staff) // error: [quasi-identifier-published]
struct comptes {
    /// Mois : plus grossier, toujours identifiant.
    @key let mois = created_at.truncated(to: .month) // error: [quasi-identifier-published]
    /// Présence.
    let connecte = last_login != nil // error: [quasi-identifier-published]
    /// Présence d'une donnée personnelle.
    let preferences = preferences.isPresent // error: [quasi-identifier-published]
}
