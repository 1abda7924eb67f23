/// La clé étrangère est déjà la clé : aucune jointure.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Entreprise.
    let entreprise = entreprise.id
    /// Mère de l'entreprise : une seule jointure.
    let mere = entreprise.mere?.id
}
