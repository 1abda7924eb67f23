// La date du jour n’est à personne.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Magasin.
@source("magasins")
struct Magasin {
    @key @plain var id: Int
    @plain var enseigne: String
}

/// Les magasins, dans Metabase.
@model(from: Magasin.self)
struct magasins_ouverts {
    /// Numéro.
    @key let magasin = id
    /// Date.
    let le = today
}
