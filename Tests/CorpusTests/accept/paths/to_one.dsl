/// Rapports et leur entreprise.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Nom de l'entreprise.
    let entreprise = entreprise.nom
    /// Nom de la société mère, deux relations plus loin.
    let mere = entreprise.mere?.nom
}
