/// Les dates et leurs parties.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Année d'une date.
    let annee = creee_le.year
    /// Mois d'un instant, à l'heure de Paris.
    let mois = modifiee_le.month
    /// Jour.
    let jour = cloture.day
    /// Un mois plus tard.
    let plus_tard = creee_le.adding(months: 1)
    /// Autant de jours plus tard.
    let decale = creee_le.adding(days: effectif)
    /// Une semaine plus tôt, à l'heure de Paris.
    let plus_tot = modifiee_le.adding(weeks: -1)
    /// Âge en jours.
    let age = today.days(since: creee_le)
    /// Close.
    let close = cloture < today
    /// Modifiée aujourd'hui.
    let modifiee = modifiee_le.truncated(to: .day) == today
}
