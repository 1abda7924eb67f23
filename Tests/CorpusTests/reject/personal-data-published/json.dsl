/// Par un JSON personnel.
@model(from: Utilisateur.self, clearance: .pseudonymous)
struct comptes {
    /// Jeton.
    @key let jeton = pseudonym(id)
    /// Membre.
    let membre = preferences["theme"].text // error: [personal-data-published]
    /// Nombre d'entrées.
    let entrees = preferences.entries.count // error: [personal-data-published]
    /// Clé.
    let cle = preferences.keys.contains("theme") // error: [personal-data-published]
    /// Valeur d'une entrée.
    let valeur = preferences.entries.max(key) // error: [personal-data-published]
    /// Vide.
    let vide = preferences.isEmpty // error: [personal-data-published]
}
