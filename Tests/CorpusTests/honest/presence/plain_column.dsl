// La présence d’une colonne anodine.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Magasin.
@source("magasins")
struct Magasin {
    @key @plain var id: Int
    @plain var enseigne: String
    @plain var region: String?
}

/// Les magasins, dans Metabase.
@model(from: Magasin.self)
struct magasins_ouverts {
    /// Numéro.
    @key let magasin = id
    /// Situé.
    let situe = region != nil
}
