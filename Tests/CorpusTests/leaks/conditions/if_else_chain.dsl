// La condition sensible est au milieu des `else if`.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @plain var articles: Int
    @quasi var montant: Decimal
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Classe.
    let classe = if articles > 10 { "gros" } else if montant > 500 { "cher" } else { "simple" }  // leak: commandes.classe
}
