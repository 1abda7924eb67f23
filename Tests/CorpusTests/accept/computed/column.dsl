// alone
let project = Project(schema: "impact", readers: ["metabase"])

/// Facture.
@source("compta.factures")
struct Facture {
    /// Numéro.
    @key @plain var id: Int
    /// Montant hors taxes.
    @plain var montant: Decimal
    /// Taux.
    @plain var taux: Decimal?
    /// Facture liée.
    @plain @column("avoir_id") var avoir: Facture?

    /// Toutes taxes comprises.
    var ttc: Decimal { montant * (1 + (taux ?? 0.2)) }
    /// Au moins mille euros.
    var est_grande: Bool {
        let seuil = 1000
        return montant >= Decimal(seuil)
    }
}

/// Factures.
@model(from: Facture.self, where: est_grande)
struct factures {
    @key let id
    /// TTC.
    let ttc
    /// TTC de l'avoir.
    let avoir = avoir?.ttc
}
