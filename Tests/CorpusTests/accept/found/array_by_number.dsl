/// Le premier élément d'un texte JSON n'est pas ce texte, et un rang peut venir d'une colonne.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Premier.
    let premier = reponses["liste"][0].text
    /// Celui de ce rang.
    let de_ce_rang = reponses[effectif].decimal
    /// Présence.
    let present = reponses[0].isPresent
}
