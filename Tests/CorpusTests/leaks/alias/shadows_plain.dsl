// Une colonne privée porte le nom d'une colonne anodine, et contient autre chose.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @personal var message: String?
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    private let statut = message
    /// Numéro.
    @key let commande = id
    /// État de la commande.
    let etat = statut  // leak: commandes.etat
}
