/// Les entrées et les éléments d'un JSON sont des lignes.
@model(from: Entreprise.self)
struct entreprises {
    private let inclus = reponses["texte"].embedded

    @key let id
    /// Entrées.
    let entrees = reponses.entries.count
    /// Entrées dont la clé commence par B.
    let b = reponses.entries.count(where: key.hasPrefix("B"))
    /// Éléments de toutes les entrées.
    let elements = reponses.entries.sum(value.count)
    /// Éléments d'une liste.
    let longs = reponses["liste"].elements.count(where: value.text == "long")
    /// Une entrée vraie.
    let une_vraie = reponses.entries.contains(where: value.bool == true)
    /// JSON dans un texte JSON.
    let inclus_taille = inclus["x"].count
}
