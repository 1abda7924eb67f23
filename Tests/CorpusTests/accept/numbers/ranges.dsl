/// Des intervalles comme conditions.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Fermé.
    let ferme = (10...49).contains(effectif)
    /// Ouvert.
    let ouvert = (0..<10).contains(id)
    /// Dehors.
    let dehors = !(10...49).contains(effectif)
    /// Dates.
    let recente = (today.adding(years: -1)...today).contains(creee_le)
}
