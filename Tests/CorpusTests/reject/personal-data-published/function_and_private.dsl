func copie(_ texte: String) -> String {
    let meme = texte
    return meme
}

/// Par une fonction, une colonne privée, une autre colonne.
@model(from: Entreprise.self)
struct entreprises {
    private let prive = denomination
    private let compte = habilitations.filter(fonctions == "DG")

    @key let id
    /// Fonction.
    let par_fonction = copie(denomination) // error: [personal-data-published]
    /// Colonne privée.
    let par_prive = prive.uppercased() // error: [personal-data-published]
    /// Colonne exposée, et celle qui la lit.
    let par_expose = par_fonction.count // error: [personal-data-published]
    /// Liste filtrée.
    let par_liste = compte.count // error: [personal-data-published]
}
