// La condition compare la liste à la personne.
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
    @quasi var segment: String
    @plain var canal: String
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
    /// Nombre.
    let nombre = Pays.count(where: pays == client.segment)  // leak: commandes.nombre
}
