// La présence d’une valeur calculée sur de l’anodin.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @plain var articles: Int
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Petite.
    let test = (articles > 3 ? statut : nil) == nil
}
