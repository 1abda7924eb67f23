/// Des méthodes mal appelées.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Compte.
    let compte = rapports.count(publie) // error: [wrong-arguments]
    // help: write `count`, `count(where: condition)` or `count(distinct: column)`
    /// Dernier.
    let dernier = rapports.last()?.statut // error: [wrong-arguments]
    /// Somme.
    let somme = rapports.sum() // error: [wrong-arguments]
    /// Mois.
    let mois = creee_le.truncated(.month) // error: [wrong-arguments]
    /// Ajout.
    let ajout = creee_le.adding(month: 1) // error: [wrong-arguments]
    /// Début.
    let debut = nom.prefix() // error: [wrong-arguments]
    /// Plus grand.
    let plus_grand = max(id) // error: [wrong-arguments]
    /// Conversion.
    let conversion = Int(id, id) // error: [wrong-arguments]
    /// Indice.
    let indice = reponses["a", "b"].text // error: [wrong-arguments]
    /// SQL.
    let requete = sql("1") // error: [wrong-arguments]
}
