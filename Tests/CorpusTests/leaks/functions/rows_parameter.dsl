// La fonction reçoit les lignes liées et les compte sous condition.
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

/// Commandes de plus de mille euros.
func grosses(_ lignes: [Commande]) -> Int { lignes.count(where: montant > 1000) }

/// Les magasins, dans Metabase.
@model(from: Magasin.self)
struct magasins_ouverts {
    /// Numéro.
    @key let magasin = id
    /// Grosses commandes.
    let grosses = grosses(commandes)  // leak: magasins_ouverts.grosses
}
