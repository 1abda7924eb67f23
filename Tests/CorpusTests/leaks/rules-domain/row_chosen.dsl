// Le domaine d’une adresse, de la ligne qu’une condition personnelle a choisie.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Magasin.
@source("magasins")
struct Magasin {
    @key @plain var id: Int
    @plain var enseigne: String
    @inverse(of: Commande.magasin) var commandes: [Commande]
}

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("client_id") var client: Client
    @plain @column("magasin_id") var magasin: Magasin
    @plain var statut: String
}

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @personal var courriel: String
    @personal var telephone: String?
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Les magasins, sous pseudonyme.
@model(from: Magasin.self, clearance: .pseudonymous)
struct magasins_suivis {
    /// Numéro.
    @key let magasin = id
    /// Organisme.
    let organisme = commandes.first(where: client.telephone == "0600000000", by: id)?.client.courriel.domain(among: ["gouv.fr"], otherwise: "autre")  // leak: magasins_suivis.organisme
}
