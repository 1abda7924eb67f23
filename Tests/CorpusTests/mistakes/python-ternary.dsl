/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let taille = "grande" if effectif > 250 else "petite"
}
