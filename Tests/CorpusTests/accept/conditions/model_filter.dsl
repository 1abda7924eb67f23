/// Le filtre du modèle : une ligne de conditions chacune.
@model(from: Rapport.self, where: publie && (annee >= 2020 || statut == "final") && entreprise.cotee != false)
struct rapports {
    @key let id
    let annee
}
