/// Des méthodes qui n'existent pas.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Majuscules.
    let majuscules = nom.uppercase() // error: [unknown-name]
    // help: `uppercased` is close
    /// Somme.
    let somme = rapports.total(annee) // error: [unknown-name]
    /// Moyenne.
    let moyenne = rapports.averge(annee) // error: [unknown-name]
    // help: `average` is close
    /// Tri.
    let tri = [1, 2].sorted() // error: [unknown-name]
    /// Année.
    let annee = creee_le.yaer // error: [unknown-name]
    // help: `year` is close
    /// Entier.
    let longueur = id.count // error: [unknown-name]
    /// D'une ligne.
    let ligne = mere?.count() // error: [unknown-name]
    /// D'une liste.
    let premier = ["a"].first // error: [unknown-name]
    /// D'un JSON.
    let json = reponses.string // error: [unknown-name]
}
