/// Entreprises, avec leur mère : la table des lignes est aussi celle d'où elles tirent un nom.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nom de la mère.
    let mere = mere?.nom
    /// Nombre de filiales.
    let filiales = filiales.count
}
