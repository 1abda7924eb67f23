// La valeur personnelle est le repli, à droite de `??`.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

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
    @personal var telephone: String?
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Magasin.
@source("magasins")
struct Magasin {
    @key @plain var id: Int
    @plain var enseigne: String
    @plain var region: String?
    @inverse(of: Commande.magasin) var commandes: [Commande]
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Contact.
    let contact = magasin.region ?? client.telephone  // leak: commandes.contact
}
