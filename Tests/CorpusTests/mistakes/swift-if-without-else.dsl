/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = if effectif > 250 { "grande" }
}
