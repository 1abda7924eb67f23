/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Adresse.
    let adresse = email
}
