// La ligne choisie par le montant entre dans une expression.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @plain var articles: Int
    @quasi var montant: Decimal
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, clearance: .pseudonymous)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Articles.
    let articles
    /// Montant.
    let montant
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Articles.
    let articles = (commandes.last(by: montant)?.articles ?? 0) * 2  // leak: suivi.articles
}
