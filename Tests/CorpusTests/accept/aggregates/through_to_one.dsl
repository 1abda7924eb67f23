/// Une relation multiple au bout d'une relation simple.
@model(from: Habilitation.self)
struct habilitations {
    @key let id
    /// Rapports de l'entreprise.
    let rapports = entreprise.rapports.count
    /// Filiales de la mère.
    let soeurs = entreprise.mere?.filiales.count
}
