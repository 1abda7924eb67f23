// Un é d'un point de code et un de deux : un même nom pour le langage, deux textes pour PostgreSQL. Le nom est celui de la déclaration.
/// Commande.
@source("commandes")
struct Commande {
    /// Numéro.
    @key @plain var id: Int
    /// État.
    @plain var état: String
}

/// Commandes.
@model(from: Commande.self)
struct commandes {
    @key let id
    /// État.
    let etat = état
    /// Livrée.
    let livree = ["livrée", "livrée"].contains(état)
}
