/// Par la clé d'une liste de référence.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Pays du nom.
    let pays = Pays[denomination]?.nom // error: [personal-data-published]
    /// Est un pays.
    let est_un_pays = Pays[denomination] != nil // error: [personal-data-published]
}
