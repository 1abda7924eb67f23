/// Rattachements, avec le nom de l'entreprise et celui de sa mère : une table est lue à deux titres.
@model(from: Habilitation.self, clearance: .pseudonymous)
struct rattachements {
    @key let id
    /// Nom de l'entreprise.
    let nom = entreprise.nom
    /// Nom de la mère.
    let mere = entreprise.mere?.nom
}
