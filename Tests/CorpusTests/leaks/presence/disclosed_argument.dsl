// `disclosed` d’un côté, la présence d’une valeur calculée de l’autre.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @personal var courriel: String
    @plain var canal: String
}

/// Les clients, sous pseudonyme.
@model(from: Client.self, clearance: .pseudonymous)
struct clients_suivis {
    /// Jeton.
    @key let client = pseudonym(id)
    /// Test.
    let test = disclosed(canal, because: "Le canal est public.") == "web" && (courriel == "a@b.fr" ? 1 : nil) != nil  // leak: clients_suivis.test
}
