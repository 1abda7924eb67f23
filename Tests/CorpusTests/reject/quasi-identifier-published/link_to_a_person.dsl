/// Le lien vers une personne.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// A un auteur.
    let a_un_auteur = auteur != nil // error: [quasi-identifier-published]
    /// L'auteur est actif.
    let auteur_actif = auteur?.actif // error: [quasi-identifier-published]
}
