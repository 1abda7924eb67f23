// Le secret est à droite de `??`, le tout déclassifié.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @personal var telephone: String?
    @secret var carte: String?
    @plain var canal: String
}

/// Les clients, sous pseudonyme.
@model(from: Client.self, clearance: .pseudonymous)
struct clients_suivis {
    /// Jeton.
    @key let client = pseudonym(id)
    /// Moyen.
    let moyen = disclosed(telephone ?? carte, because: "Moyen de contact.")  // leak: clients_suivis.moyen
}
