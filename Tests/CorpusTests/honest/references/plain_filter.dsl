// La cible est filtrée par une condition anodine.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
}

/// Les commandes, dans Metabase.
@model(from: Commande.self, where: statut == "payee")
struct payees {
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
    /// Payée.
    let payee = payees[self]
}
