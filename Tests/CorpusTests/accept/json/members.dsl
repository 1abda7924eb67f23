/// Les membres d'un JSON, lus selon leur type.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Texte.
    let texte = reponses["a"]["b"].text
    /// Nombre.
    let nombre = reponses["n"].decimal
    /// Booléen.
    let booleen = reponses["ok"].bool
    /// Vrai.
    let vrai = reponses["ok"].bool == true
    /// Premier élément.
    let premier = reponses["liste"][0].text
    /// Nombre d'éléments.
    let taille = reponses["liste"].count
    /// Présence d'une clé.
    let a_une_cle = reponses.keys.contains("a")
    /// Vide.
    let vide = reponses.isEmpty
    /// Comparé à un texte.
    let egal = reponses["a"].text == "l'\"un\""
    /// Parmi des textes.
    let parmi = ["x", "y"].contains(reponses["a"].text)
    /// Nombre écrit comme un texte.
    let nombre_texte = Decimal(reponses["n"].text)
}
