// La somme d’une colonne anodine.
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
    /// Articles.
    let articles
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Articles vendus.
    let n = commandes.sum(articles)
}
