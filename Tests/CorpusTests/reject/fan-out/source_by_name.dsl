/// Toutes les lignes d'une table.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Rapports.
    let nombre = Rapport.count(where: publie) // error: [fan-out]
}
