/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nom de la mère.
    let nom_mere = mere.nom
}
