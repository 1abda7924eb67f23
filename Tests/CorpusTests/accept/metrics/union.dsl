/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
    let creee_le
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Entreprise.
    let entreprise_id = entreprises[entreprise]
    let annee
    let statut
    let note
    let depose_le
}

/// Ce qui est exposé, compté chaque mois.
@metric(from: [entreprises.self, rapports.self], history: .monthly)
struct ensemble {
    /// De quelle table.
    @by let quoi = switch table {
        case "entreprises": "Entreprises"
        default: "Rapports"
    }
    /// Nombre de lignes.
    let nombre = count
}
