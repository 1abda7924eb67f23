/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    @private let taille = effectif
}
