// La clé de la cible est l’identifiant brut : elle fuit là, et par la référence.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("client_id") var client: Client
    @plain var statut: String
}

/// Les clients, dans Metabase.
@model(from: Client.self)
struct clients_bruts {
    /// Numéro du client.
    @key let client = id  // leak: clients_bruts.client
    /// Canal.
    let canal
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Client.
    let client = clients_bruts[client]  // leak: commandes.client
}
