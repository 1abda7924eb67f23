// La moyenne d’un jour où il n’y a qu’une commande.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var montant: Decimal
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, clearance: .pseudonymous)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Montant.
    let montant
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Panier moyen.
    let panier = commandes.average(montant)  // leak: suivi.panier
}
