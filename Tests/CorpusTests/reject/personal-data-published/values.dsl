/// Par des valeurs.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Interpolation.
    let interpolation = "M. \(denomination)" // error: [personal-data-published]
    /// Liste.
    let liste = ["SA", "SARL"].contains(denomination) // error: [personal-data-published]
    /// Dans une liste.
    let dedans = ["SA", denomination].contains(nom) // error: [personal-data-published]
    /// Compte dans une liste.
    let compte = [denomination == "SA", true].count(of: true) // error: [personal-data-published]
    /// Longueur.
    let longueur = denomination.count // error: [personal-data-published]
    /// Début.
    let debut = denomination.prefix(1) // error: [personal-data-published]
    /// Repli.
    let repli = naf ?? denomination // error: [personal-data-published]
    /// Le plus grand.
    let plus_grand = max(nom, denomination) // error: [personal-data-published]
    /// SQL.
    let requete = sql("lower(\(denomination))", as: String.self) // error: [personal-data-published]
    /// Conversion.
    let nombre = Decimal(denomination) // error: [personal-data-published]
    /// Divulgation d'une autre branche.
    let autre = disclosed(nom, because: "Public.") + denomination // error: [personal-data-published]
}
