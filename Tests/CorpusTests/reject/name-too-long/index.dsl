/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// L'index se compose de deux noms, de 32 octets chacun.
@model(from: Rapport.self)
struct rapports_des_entreprises_cotees_ {
    @key let id
    /// Coupé, il pourrait être celui d'une autre colonne.
    let entreprise_qui_a_fait_le_rapport = entreprises[entreprise] // error: [name-too-long]
}
