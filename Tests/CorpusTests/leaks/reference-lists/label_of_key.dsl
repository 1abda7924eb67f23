// La liste est publique, mais c’est un code quasi-identifiant qui y choisit la ligne.
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
    /// Pays du client.
    let pays = Pays[client.code_pays]?.pays  // leak: commandes.pays
}
