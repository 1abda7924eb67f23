/// Toutes les lignes d'une liste de référence.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nombre de pays.
    let nombre = Pays.count
    /// Pays de même initiale.
    let initiale = Pays.count(where: code.prefix(1) == code_pays.prefix(1))
    /// Population de l'Union.
    let population = Pays.filter(ue).sum(population)
}
