// Plusieurs jetons, sous pseudonyme.
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
    @personal var courriel: String
    @plain var canal: String
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, clearance: .pseudonymous)
struct commandes_suivies {
    /// Numéro.
    @key let commande = id
    /// Jeton du client.
    let client_id = pseudonym(client.id)
    /// Jeton.
    let parrain_id = pseudonym(client.courriel)
}
