/// Essai.
@model(from: Entreprise.self)
struct essai {
    @key let id
    /// X.
    let x = filiales.count(where: nom == Entreprise.nom) // error: [ambiguous-row]
}
