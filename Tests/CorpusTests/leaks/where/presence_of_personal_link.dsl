// Le filtre garde les commandes parrainées : la relation est personnelle, la table pseudonyme.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @personal @column("parrain_id") var parrain: Client?
    @plain var statut: String
}

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var canal: String
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, where: parrain != nil, clearance: .pseudonymous)  // leak: commandes_parrainees
struct commandes_parrainees {
    /// Numéro.
    @key let commande = id
    /// Statut.
    let statut
}
