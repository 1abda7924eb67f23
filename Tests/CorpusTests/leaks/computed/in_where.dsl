// Le filtre du modèle passe par une colonne calculée.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var montant: Decimal
    var notable: Bool { montant > 5000 }
}

/// Les commandes, dans Metabase.
@model(from: Commande.self, where: notable)  // leak: commandes
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Statut.
    let statut
}
