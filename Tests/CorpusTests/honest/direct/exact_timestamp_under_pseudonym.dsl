// Une date exacte quasi-identifiante, sous pseudonyme.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var payee_le: Timestamp?
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, clearance: .pseudonymous)
struct commandes_suivies {
    /// Numéro.
    @key let commande = id
    /// Paiement.
    let payee_le
}
