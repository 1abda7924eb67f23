// Compter des pseudonymes distincts est encore les lire.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("client_id") var client: Client
    @plain var statut: String
}

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, clearance: .pseudonymous)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Jeton du client.
    let client_id = pseudonym(client.id)
}

/// Suivi dans le temps.
@metric(history: .daily)
struct suivi {
    /// Clients.
    let clients = commandes.count(distinct: client_id)  // leak: suivi.clients
}
