// Le repli entre par le paramètre d’une fonction.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @personal var courriel: String
    @personal var telephone: String?
    @plain var canal: String
}

/// Organisme d’une adresse.
func organisme(_ adresse: String, sinon repli: String) -> String { adresse.domain(among: ["gouv.fr"], otherwise: repli) }

/// Les clients, sous pseudonyme.
@model(from: Client.self, clearance: .pseudonymous)
struct clients_suivis {
    /// Jeton.
    @key let client = pseudonym(id)
    /// Organisme.
    let organisme = organisme(courriel, sinon: telephone ?? "aucun")  // leak: clients_suivis.organisme
}
