/// Une condition qui lit la ligne du modèle.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Rapports de l'année de création.
    let premiers = rapports.count(where: annee == creee_le.year)
    /// Filiales du même nom.
    let homonymes = filiales.count(where: nom == self.nom)
}
