/// Une liste de référence se lit aussi dans une opération sur plusieurs lignes.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Rapports du pays le plus peuplé.
    let du_plus_peuple = rapports.count(where: annee > Pays.max(population))
    /// Dernier statut, par écart.
    let dernier = rapports.last(by: annee - (Pays.first(by: nom)?.population ?? 0))?.statut
    /// Moyenne des écarts.
    let ecart = Pays.average(population - Pays.sum(population))
    /// Pays voisin.
    let voisin = Pays.last(by: population - Pays.filter(ue).max(population))?.nom
    /// Un rapport de l'année du dernier de la mère.
    let comme_la_mere = rapports.last(by: annee - self.mere?.rapports.last(by: depose_le)?.annee)?.statut
}
