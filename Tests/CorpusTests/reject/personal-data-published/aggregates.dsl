/// Par des agrégats et un ordre.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Maximum.
    let maximum = filiales.max(denomination) // error: [personal-data-published]
    /// Valeurs distinctes.
    let distinctes = filiales.count(distinct: denomination) // error: [personal-data-published]
    /// Filtre.
    let filtre = filiales.count(where: denomination == "SA") // error: [personal-data-published]
    /// Existence.
    let existe = filiales.contains(where: denomination == "SA") // error: [personal-data-published]
    /// Toutes.
    let toutes = filiales.allSatisfy(denomination != "SA") // error: [personal-data-published]
    /// Ordre.
    let ordre = filiales.first(by: denomination)?.nom // error: [personal-data-published]
    /// Présence d'une ligne filtrée.
    let presence = filiales.last(where: denomination == "SA", by: id) != nil // error: [personal-data-published]
}
