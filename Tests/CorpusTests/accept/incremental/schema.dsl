/// Facture d'un autre schéma : sa table ne se cache pas derrière un nom.
@source("compta.factures")
struct Facture {
    /// Numéro.
    @key @plain var id: Int
    /// Montant.
    @plain var montant: Decimal?
    /// Entreprise facturée.
    @plain @column("entreprise_id") var entreprise: Entreprise
}

/// Factures.
@model(from: Facture.self)
struct factures {
    @key let id
    let montant
    /// Nom de l'entreprise.
    let nom = entreprise.nom
}
