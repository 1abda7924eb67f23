// La clé exposée est la clé de la personne.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var canal: String
}

/// Les clients, dans Metabase.
@model(from: Client.self)
struct clients_anonymes {
    /// Numéro du client.
    @key let client = id  // leak: clients_anonymes.client
    /// Canal de recrutement.
    let canal
}
