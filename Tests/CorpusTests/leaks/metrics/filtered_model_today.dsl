// Le modèle compté ne garde que les commandes payées ce mois-ci.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var payee_le: Timestamp?
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, where: payee_le.truncated(to: .month) == today.truncated(to: .month), clearance: .pseudonymous)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Statut.
    let statut
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Payées ce mois-ci.
    let payees = commandes.count  // leak: suivi.payees
}
