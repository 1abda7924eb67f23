/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = effectif > 250 ? "grande" : 0
}
