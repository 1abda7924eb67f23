/// Plusieurs entreprises ont un même nom.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @plain @column("nom", references: Entreprise.nom) var entreprise: Entreprise // error: [fan-out]
    // help: declare `@unique(nom)` on `Entreprise` if production guarantees it
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
