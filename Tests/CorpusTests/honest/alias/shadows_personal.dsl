// Une colonne privée anodine porte le nom d’une colonne personnelle.
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
    private let message = statut
    /// Numéro.
    @key let commande = id
    /// État.
    let etat = message
}
