// CASE sur de l’anodin.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @plain var articles: Int
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Lot.
    let lot = sql("CASE WHEN \(articles) > 10 THEN 'gros' ELSE 'petit' END", as: String.self)
}
