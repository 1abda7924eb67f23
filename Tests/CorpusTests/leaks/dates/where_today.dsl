// Le filtre compare une date quasi-identifiante à `today`.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var payee_le: Timestamp?
}

/// Les commandes, dans Metabase.
@model(from: Commande.self, where: payee_le.truncated(to: .month) == today.truncated(to: .month))  // leak: commandes_du_mois
struct commandes_du_mois {
    /// Numéro.
    @key let commande = id
    /// Statut.
    let statut
}
