/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Constante.
    let constante = “oui”
}
