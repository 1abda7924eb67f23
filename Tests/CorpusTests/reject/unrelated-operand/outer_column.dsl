/// Un nom qui manque aux lignes se trouve plus loin : ce n'est pas elles qu'on lit.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Somme.
    let somme = rapports.sum(effectif) // error: [unrelated-operand]
    /// Compte.
    let compte = habilitations.count(where: cotee == true) // error: [unrelated-operand]
    /// Le même.
    let autre = habilitations.filter(cotee == true).count // error: [unrelated-operand]
}
