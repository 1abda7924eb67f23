// Les méthodes de texte sur de l’anodin.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("magasin_id") var magasin: Magasin
    @plain var statut: String
}

/// Magasin.
@source("magasins")
struct Magasin {
    @key @plain var id: Int
    @plain var enseigne: String
    @inverse(of: Commande.magasin) var commandes: [Commande]
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Clé.
    let cle = "\(statut.lowercased())-\(magasin.enseigne.prefix(3))"
}
