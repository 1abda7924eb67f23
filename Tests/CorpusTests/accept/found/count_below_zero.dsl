/// Moins de zéro caractère, c'est aucun.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Début.
    let debut = nom.prefix(id - 10)
    /// Fin.
    let fin = nom.suffix(effectif)
}
