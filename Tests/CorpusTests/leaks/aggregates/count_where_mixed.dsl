// Une condition anodine et une condition quasi-identifiante.
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
    @quasi var segment: String
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Les magasins, dans Metabase.
@model(from: Magasin.self)
struct magasins_ouverts {
    /// Numéro.
    @key let magasin = id
    /// Nombre.
    let nombre = commandes.count(where: statut == "payee" && client.segment == "or")  // leak: magasins_ouverts.nombre
}
