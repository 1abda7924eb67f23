// Compter les pseudonymes distincts dans une table anonyme.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Magasin.
@source("magasins")
struct Magasin {
    @key @plain var id: Int
    @plain var enseigne: String
    @inverse(of: Commande.magasin) var commandes: [Commande]
}

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("client_id") var client: Client
    @plain @column("magasin_id") var magasin: Magasin
    @plain var statut: String
}

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Les magasins, dans Metabase.
@model(from: Magasin.self)
struct magasins_ouverts {
    /// Numéro.
    @key let magasin = id
    /// Clients.
    let clients = commandes.count(distinct: pseudonym(client.id))  // leak: magasins_ouverts.clients
}
