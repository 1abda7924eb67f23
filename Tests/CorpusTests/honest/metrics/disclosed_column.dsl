// La colonne comptée est déclassifiée dans le modèle.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var montant: Decimal
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Grosse.
    let gros = disclosed(montant > 1000, because: "Le seuil est affiché.")
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Grosses commandes.
    let n = commandes.count(where: gros)
}
