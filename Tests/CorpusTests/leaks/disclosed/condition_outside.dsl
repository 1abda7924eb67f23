// La valeur est déclassifiée, la condition autour ne l’est pas.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("client_id") var client: Client
    @plain var statut: String
    @quasi var montant: Decimal
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
    /// Points.
    let points = montant > 100 ? disclosed(client.points, because: "Le barème est affiché en caisse.") : nil  // leak: commandes.points
}
