// Deux relations sur la même colonne : la présence est personnelle par l’une, anodine par l’autre.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain @column("client_id") var client: Client
    @personal @column("parrain_id") var parrain: Client?
    @plain var statut: String
    @plain @column("parrain_id") var filleul_de: Client?
}

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var canal: String
    @inverse(of: Commande.client) var commandes: [Commande]
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Parrainée.
    let parrainee = filleul_de != nil  // leak: commandes.parrainee
}
