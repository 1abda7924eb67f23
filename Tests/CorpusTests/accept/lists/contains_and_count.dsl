/// Des listes de valeurs.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Parmi.
    let parmi = ["A", "B"].contains(nom)
    /// Parmi, d'une colonne qui peut manquer.
    let parmi_naf = ["A", "B"].contains(naf)
    /// Pas parmi.
    let pas_parmi = !["A", "B"].contains(nom)
    /// Pas parmi, d'une colonne qui peut manquer.
    let pas_parmi_naf = !["A", "B"].contains(naf)
    /// Nombres.
    let nombres = [1, 2, 3].contains(effectif)
    /// Un seul.
    let un_seul = ["A"].contains(nom)
    /// Nombre de critères.
    let criteres = [cotee == true, effectif > 10, nom == "X"].count(of: true)
    /// Aucun.
    let aucun = [].contains(nom)
}
