// Combien de lignes de la liste satisfont une condition sur le client.
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
    @quasi var code_pays: Int?
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Pays, par code.
@reference("pays.csv")
struct Pays {
    @key @plain var code: Int
    @plain var pays: String
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Pays voisins.
    let voisins = Pays.filter(code < client.code_pays).count  // leak: commandes.voisins
}
