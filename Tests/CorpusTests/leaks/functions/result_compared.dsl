// Le résultat d'une fonction, comparé à une constante.
let project = Project(schema: "boutique", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Commande passée en magasin.
@source("commandes")
struct Commande {
    @key @plain var id: Int
    @plain var statut: String
    @quasi var montant: Decimal
}

/// Palier de montant.
func palier(_ m: Decimal) -> Int { m > 1000 ? 3 : m > 100 ? 2 : 1 }

/// Les commandes, dans Metabase.
@model(from: Commande.self)
struct commandes {
    /// Numéro.
    @key let commande = id
    /// Troisième palier.
    let gros = palier(montant) == 3  // leak: commandes.gros
}
