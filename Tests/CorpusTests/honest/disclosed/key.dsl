// La clé d’une personne, déclassifiée avec sa raison.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @secret var carte: String?
    @plain var canal: String
}

/// Les clients, dans Metabase.
@model(from: Client.self)
struct clients_publics {
    /// Numéro.
    @key let client = disclosed(id, because: "Numéro imprimé sur la carte de fidélité affichée.")
    /// Canal.
    let canal
}
