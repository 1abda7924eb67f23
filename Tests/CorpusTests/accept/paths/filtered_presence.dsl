/// Après le filtre, la mère est là : aucun `?.` n'est nécessaire.
@model(from: Entreprise.self, where: mere != nil)
struct filiales {
    @key let id
    /// Nom de la mère.
    let mere = mere.nom
}
