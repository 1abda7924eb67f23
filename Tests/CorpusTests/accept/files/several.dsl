// alone
let project = Project(schema: "impact", readers: ["metabase"])

/// Client.
@source("client")
struct Client {
    /// Numéro.
    @key @plain var id: Int
    @inverse(of: Commande.client) var commandes: [Commande]
}

// file: commandes.dsl
/// Commande.
@source("commande")
struct Commande {
    /// Numéro.
    @key @plain var id: Int
    /// Client.
    @plain @column("client_id") var client: Client
    /// Total.
    @plain var total: Decimal
}

// file: modeles.dsl
/// Clients.
@model(from: Client.self)
struct clients {
    @key let id
    /// Montant.
    let montant = commandes.sum(total)
}
