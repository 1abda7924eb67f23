/// Un guillemet manque.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Constante.
    let constante = "a // error: [syntax]
    /// Nom.
    let nom
}
