// La somme d’un groupe d’une seule personne est sa valeur.
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
@model(from: Magasin.self)
struct magasins_ouverts {
    /// Numéro.
    @key let magasin = id
    /// Chiffre.
    let chiffre = commandes.sum(montant)  // leak: magasins_ouverts.chiffre
}
