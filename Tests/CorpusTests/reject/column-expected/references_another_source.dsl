/// `references:` nomme une colonne de la cible.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @plain @column("siren", references: Rapport.id) var entreprise: Entreprise // error: [column-expected]
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
