/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let nom
    let effectif
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    let statut
}

/// Situation du jour.
@metric(history: .daily)
struct situation {
    /// Nombre d'entreprises et de rapports.
    let total = entreprises.count + rapports.count
    /// Rapports finis.
    let finis = rapports.count(where: statut == "final")
    /// Effectif moyen.
    let effectif_moyen = entreprises.average(effectif)
}

/// Situation de la semaine, d'un seul modèle.
@metric(from: entreprises.self, history: .weekly)
struct semaine {
    /// Grandes entreprises.
    let grandes = count(where: effectif >= 250)
    /// Salariés.
    let salaries = sum(effectif)
    /// Noms différents.
    let noms = count(distinct: nom)
}

/// Situation du mois.
@metric(from: rapports.self, history: .monthly)
struct mois {
    /// Rapports sans statut.
    let sans_statut = count(where: statut == nil)
}
