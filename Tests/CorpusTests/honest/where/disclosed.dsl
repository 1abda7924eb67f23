// Le filtre est déclassifié, avec sa raison.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var montant: Decimal
}

/// Les commandes, dans Metabase.
@model(from: Commande.self, where: disclosed(montant > 1000, because: "Les grosses commandes sont affichées."))
struct commandes_cheres {
    /// Numéro.
    @key let commande = id
    /// Statut.
    let statut
}
