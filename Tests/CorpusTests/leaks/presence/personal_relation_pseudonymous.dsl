// La présence de la relation est déclarée personnelle.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @personal @column("parrain_id") var parrain: Client?
    @plain var statut: String
}

/// Client de la boutique.
@source("clients")
struct Client {
    @key @personal var id: Int
    @plain var canal: String
}

/// Les commandes, sous pseudonyme.
@model(from: Commande.self, clearance: .pseudonymous)
struct commandes_suivies {
    /// Numéro.
    @key let commande = id
    /// Parrainée.
    let parrainee = parrain != nil  // leak: commandes_suivies.parrainee
}
