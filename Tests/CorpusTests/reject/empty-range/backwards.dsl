/// À l'envers.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Taille.
    let petite = (10...1).contains(effectif) // error: [empty-range]
}
