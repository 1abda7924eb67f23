// La colonne privée ne sert que dans une déclassification.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var montant: Decimal
}

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    private let m = montant
    /// Numéro.
    @key let commande = id
    /// Grosse commande.
    let gros = disclosed(m > 1000, because: "Le seuil est affiché en caisse.")
}
