/// Une relation dit par quelle colonne.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @plain var entreprise: Entreprise // error: [column-expected]
    // help: write `@column("entreprise_id")` before it
}

/// Adresses.
@model(from: Adresse.self)
struct adresses {
    @key let id
}
