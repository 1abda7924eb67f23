// La condition sur des entrées anodines lit la personne.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("client_id") var client: Client
    @plain var statut: String
    @plain var details: JSON?
}

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @personal var courriel: String
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Trouvé.
    let trouve = details.entries.contains(where: key == client.courriel)  // leak: commandes.trouve
}
