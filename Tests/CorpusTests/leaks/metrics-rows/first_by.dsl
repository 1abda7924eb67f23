// La valeur de la première ligne.
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
    /// Premier montant.
    let premier = commandes.first(by: commande)?.montant  // leak: suivi.premier
}
