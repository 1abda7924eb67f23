/// `if … else if … else` est un seul CASE.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = if effectif == nil {
        nil
    } else if effectif < 10 {
        "TPE"
    } else {
        switch naf {
        case "01.11Z": "ferme"
        default: "autre"
        }
    }
    /// Ternaire.
    let cote = cotee == true ? "oui" : "non"
    /// Valeur de repli.
    let naf_connu = naf ?? "inconnu"
    /// Deux replis.
    let pays = code_pays ?? naf ?? "FR"
}
