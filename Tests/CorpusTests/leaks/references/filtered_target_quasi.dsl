// La cible est filtrée par un quasi-identifiant : la référence est nulle hors du filtre.
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
struct grosses_commandes {
    /// Numéro.
    @key let commande = id
    /// Statut.
    let statut
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct toutes_commandes {
    /// Numéro.
    @key let commande = id
    /// Grosse commande.
    let grosse = grosses_commandes[self]  // leak: toutes_commandes.grosse
}
