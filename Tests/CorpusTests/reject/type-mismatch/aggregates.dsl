/// Des agrégats de ce qui n'en a pas.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Somme de textes.
    let somme = rapports.sum(statut) // error: [type-mismatch]
    /// Maximum de booléens.
    let maximum = rapports.max(publie) // error: [type-mismatch]
    /// Ordre de booléens.
    let ordre = rapports.last(by: publie)?.statut // error: [type-mismatch]
    /// Condition.
    let condition = rapports.count(where: annee) // error: [type-mismatch]
    /// Clé.
    let cle = rapports.keyed(by: annee, note).count // error: [type-mismatch]
}
