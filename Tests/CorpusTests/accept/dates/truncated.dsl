/// Dates et instants tronqués.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Jour d'un instant.
    let jour = modifiee_le.truncated(to: .day)
    /// Semaine d'un instant.
    let semaine = modifiee_le.truncated(to: .week)
    /// Mois d'une date.
    let mois = creee_le.truncated(to: .month)
    /// Trimestre d'une date qui peut manquer.
    let trimestre = cloture.truncated(to: .quarter)
    /// Année d'un instant.
    let annee = modifiee_le.truncated(to: .year)
    /// Jour d'une date : elle-même.
    let meme = creee_le.truncated(to: .day)
}
