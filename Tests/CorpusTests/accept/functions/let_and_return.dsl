/// Part publiée, en pour cent.
func part(_ liste: [Rapport]) -> Int {
    let total = liste.count
    let publies = liste.count(where: publie)
    return total == 0 ? 100 : 100 * publies / total
}

/// Une fonction sur une liste.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Part de tous les rapports.
    let part_totale = part(rapports)
    /// Part des rapports récents.
    let part_recente = part(rapports.filter(annee >= 2020))
}
