/// Des calculs.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Somme.
    let somme = (effectif ?? 0) + 1
    /// Différence associée à gauche.
    let difference = id - (id - 1) - 2
    /// Produit.
    let produit = 2 * (id + 1) * 3
    /// Division par ce qui peut être nul.
    let quotient = id / effectif
    /// Reste.
    let reste = id % 7
    /// Gardée par une condition.
    let garde = effectif == 0 ? nil : 100 / effectif
    /// Opposé.
    let oppose = -id
    /// Opposé d'un nombre négatif.
    let double_oppose = id - -1
    /// Conversions.
    let ratio = Double(id) / Double(id + 1)
    /// Entier.
    let entier = Int(part * 100)
    /// Valeur absolue.
    let absolue = abs(id - 10)
    /// Le plus grand.
    let plus_grand = max(id, effectif, 3)
    /// Le plus petit.
    let plus_petit = min(creee_le, cloture)
    /// Décimal.
    let tva = chiffre * 0.2
    /// En texte.
    let texte = String(id)
    /// D'un texte.
    let nombre = Decimal(naf)
}
