/// Un modèle dont la clé ne peut sortir.
@model(from: Utilisateur.self)
struct comptes {
    @key let id // error: [personal-data-published]
}

/// Et ceux qui s'y réfèrent.
@model(from: Habilitation.self)
struct habilitations {
    @key let id
    /// Compte.
    let compte = comptes[user] // error: [personal-data-published]
}
