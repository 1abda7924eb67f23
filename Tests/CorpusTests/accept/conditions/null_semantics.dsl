/// L'égalité de Swift : deux absents sont égaux, le résultat n'est jamais absent.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Code NAF d'une valeur.
    let egal = naf == "01.11Z"
    /// Différent.
    let different = naf != "01.11Z"
    /// Deux colonnes qui peuvent manquer.
    let meme = naf == code_pays
    /// Colonne obligatoire.
    let exact = nom == "X"
    /// Vrai.
    let vrai = cotee == true
    /// Pas vrai.
    let pas_vrai = cotee != true
    /// Faux.
    let faux = cotee == false
    /// Comparaison qui peut manquer.
    let grande = effectif > 250
    /// Négation d'une comparaison.
    let pas_grande = !(effectif > 250)
    /// Les deux.
    let les_deux = cotee == true && effectif > 250
    /// L'un ou l'autre, ou aucun des deux.
    let ni = !(cotee == true || naf == nil)
}
