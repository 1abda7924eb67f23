// La clé personnelle, redéclarée sous un autre nom.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var canal: String
    @plain @column("id") var numero: Int
}

/// Les clients, sous pseudonyme.
@model(from: Client.self, clearance: .pseudonymous)
struct clients_suivis {
    /// Jeton.
    @key let client = pseudonym(id)
    /// Numéro.
    let numero = numero  // leak: clients_suivis.numero
}
