/// Des types qui ne vont pas ensemble.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nombre et texte.
    let somme = id + nom // error: [type-mismatch]
    // help: `"\(number)"` makes a text of a number
    /// Comparaison.
    let egal = nom == 3 // error: [type-mismatch]
    /// Ordre de booléens.
    let ordre = cotee < true // error: [type-mismatch]
    /// Date et instant.
    let dates = creee_le < modifiee_le // error: [type-mismatch]
    // help: `.truncated(to: .day)` makes a Date of a Timestamp
    /// Entier et décimal.
    let produit = id * chiffre // error: [type-mismatch]
    // help: convert one of them: `Double(x)`, `Decimal(x)` or `Int(x)`
    /// Condition.
    let condition = id && true // error: [type-mismatch]
    /// Négation.
    let negation = !nom // error: [type-mismatch]
    /// Opposé.
    let oppose = -nom // error: [type-mismatch]
    /// Repli.
    let repli = naf ?? 3 // error: [type-mismatch]
    /// Soustraction de textes.
    let reste = nom - naf // error: [type-mismatch]
    /// Chaîne de comparaisons.
    let chaine = 1 < id < 3 // error: [type-mismatch]
    /// Intervalle.
    let intervalle = (1..."a").contains(id) // error: [type-mismatch]
}
