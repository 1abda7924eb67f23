/// Une liste de référence du dépôt.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Pays.
    let pays = Pays[code_pays]?.nom
    /// Dans l'Union.
    let dans_ue = Pays[code_pays]?.ue == true
    /// Pays de la mère.
    let pays_mere = Pays[mere?.code_pays]?.nom ?? "inconnu"
}
