// La clé est un pseudonyme, et la table se dit anonyme.
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
    /// Jeton.
    @key let client = pseudonym(id)  // leak: clients_anonymes.client
    /// Canal.
    let canal
}
