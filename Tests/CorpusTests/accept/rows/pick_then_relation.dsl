/// La relation d'une ligne choisie.
@model(from: Entreprise.self)
struct entreprises {
    private let derniere = habilitations.last(by: created_at)

    @key let id
    /// Rôle.
    let role = derniere?.role
    /// Documents du dernier rapport.
    let documents = rapports.last(by: annee)?.documents.count
    /// Le compte est actif.
    let actif = disclosed(derniere?.user.actif, because: "Un compte actif ou non ne désigne personne.")
}
