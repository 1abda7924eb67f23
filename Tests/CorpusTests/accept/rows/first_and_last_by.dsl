/// La première et la dernière de plusieurs lignes.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Premier statut.
    let premier = rapports.first(by: annee)?.statut
    /// Dernier statut.
    let dernier = rapports.last(by: annee)?.statut
    /// Dernier déposé, dont la date peut manquer.
    let depose = rapports.last(by: depose_le)?.annee
    /// Dernier publié.
    let publie = rapports.last(where: publie, by: annee)?.annee
}
