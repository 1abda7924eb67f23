/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    private let taille = taille + 1
    /// Taille.
    let grandeur = taille
}
