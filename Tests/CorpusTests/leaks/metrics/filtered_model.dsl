// Le modèle compté est filtré par un quasi-identifiant.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var montant: Decimal
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, where: montant > 1000, clearance: .pseudonymous)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Statut.
    let statut
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Grosses commandes.
    let grosses = commandes.count  // leak: suivi.grosses
}
