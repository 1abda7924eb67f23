// Le reste d’une division.
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
    @quasi var points: Int
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Reste.
    let reste = client.points % 10  // leak: commandes.reste
}
