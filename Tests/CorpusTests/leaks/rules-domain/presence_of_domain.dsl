// La présence du domaine d’une valeur calculée.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @personal var courriel: String
    @personal var telephone: String?
    @plain var canal: String
}

/// Les clients, sous pseudonyme.
@model(from: Client.self, clearance: .pseudonymous)
struct clients_suivis {
    /// Jeton.
    @key let client = pseudonym(id)
    /// Vu.
    let vu = (telephone == "0600000000" ? courriel : nil).domain(among: ["gouv.fr"], otherwise: "autre") != nil  // leak: clients_suivis.vu
}
