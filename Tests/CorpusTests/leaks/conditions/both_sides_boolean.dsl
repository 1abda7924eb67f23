// `&&` et `||` avec des conditions anodines autour.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("client_id") var client: Client
    @plain var statut: String
    @plain var articles: Int
}

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @quasi var segment: String
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Cible.
    let cible = statut == "payee" && (articles > 3 || client.segment == "or") && articles < 50  // leak: commandes.cible
}
