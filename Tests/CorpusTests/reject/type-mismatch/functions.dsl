func entier() -> Int {
    "un" // error: [type-mismatch]
}

/// Des conversions.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// D'un texte.
    let nombre = Int(nom) // error: [type-mismatch]
    // help: `Decimal(text)` reads a number from a text
    /// D'un texte et d'un nombre.
    let plus_grand = max(id, nom) // error: [type-mismatch]
    /// Début.
    let debut = nom.prefix("a") // error: [type-mismatch]
    /// Jours entre des instants.
    let jours = modifiee_le.days(since: creee_le) // error: [type-mismatch]
    /// Membre d'un JSON.
    let membre = reponses[true].text // error: [type-mismatch]
    /// Mois.
    let mois = creee_le.adding(months: nom) // error: [type-mismatch]
}
