// Un quasi-identifiant exposé dans une table anonyme.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var position: Int
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro de commande.
    @key let commande = id
    /// Position de la commande dans la journée.
    let rang = position  // leak: commandes.rang
}
