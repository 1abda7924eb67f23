// `if … else if` sur des colonnes anodines.
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
    /// Classe.
    let classe = if articles > 10 { "gros" } else if statut == "litige" { "suivi" } else { "simple" }
}
