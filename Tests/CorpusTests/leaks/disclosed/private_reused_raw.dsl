// La colonne privée sert déclassifiée une fois, brute une autre.
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
    private let m = montant
    /// Numéro.
    @key let commande = id
    /// Gros montant.
    let gros = disclosed(m > 100, because: "Le seuil est affiché.")
    /// Centaines.
    let reste = m % 100  // leak: commandes.reste
}
