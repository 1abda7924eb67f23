// La liste contient-elle cette donnée personnelle ? La présence de la ligne le dit.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var canal: String
}

/// Pays, par code.
@reference("pays.csv")
struct Pays {
    @key @plain var code: Int
    @plain var pays: String
}

/// Les clients, sous pseudonyme.
@model(from: Client.self, clearance: .pseudonymous)
struct clients_suivis {
    /// Jeton.
    @key let client = pseudonym(id)
    /// Dans la liste.
    let dans_la_liste = Pays[id]?.pays != nil  // leak: clients_suivis.dans_la_liste
}
