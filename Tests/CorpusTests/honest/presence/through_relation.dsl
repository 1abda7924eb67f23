// La présence du téléphone du client, sous pseudonyme.
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
    @personal var telephone: String?
    @plain var canal: String
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, clearance: .pseudonymous)
struct commandes_suivies {
    /// Numéro.
    @key let commande = id
    /// Joignable.
    let joignable = client.telephone != nil
}
