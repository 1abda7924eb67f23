// Le filtre d’une table anonyme lit un quasi-identifiant.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var montant: Decimal
}

/// Les commandes, dans Metabase.
@model(from: Commande.self, where: montant > 1000)  // leak: commandes_cheres
struct commandes_cheres {
    /// Numéro.
    @key let commande = id
    /// Statut.
    let statut
}
