// Le filtre compte sous une condition quasi-identifiante.
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
    @quasi var montant: Decimal
}

/// Les magasins, dans Metabase.
@model(from: Magasin.self, where: commandes.count(where: montant > 1000) > 10)  // leak: grands_magasins
struct grands_magasins {
    /// Numéro.
    @key let magasin = id
    /// Enseigne.
    let enseigne
}
