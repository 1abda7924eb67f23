/// Les bornes d'une règle sont écrites, elles ne viennent pas d'une ligne.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Tranche.
    let tranche = effectif.bucketed(by: [10, id]) // error: [constant-expected]
    /// Arrondi.
    let arrondi = effectif.rounded(to: id) // error: [constant-expected]
    /// Domaine.
    let domaine = nom.domain(among: [nom], otherwise: "autre") // error: [constant-expected]
}

