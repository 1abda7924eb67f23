// Arrondi, il reste quasi.
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
    /// Montant arrondi.
    let montant = montant.rounded(to: 100)  // leak: commandes.montant
}
