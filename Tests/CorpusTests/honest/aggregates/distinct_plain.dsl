// Compter des valeurs anodines distinctes.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Magasin.
@source("magasins")
struct Magasin {
    @key @plain var id: Int
    @plain var enseigne: String
    @inverse(of: Commande.magasin) var commandes: [Commande]
}

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("magasin_id") var magasin: Magasin
    @plain var statut: String
}

/// Les magasins, dans Metabase.
@model(from: Magasin.self)
struct magasins_ouverts {
    /// Numéro.
    @key let magasin = id
    /// Statuts.
    let statuts = commandes.count(distinct: statut)
}
