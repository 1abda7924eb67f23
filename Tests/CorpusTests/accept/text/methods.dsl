/// Les méthodes des textes.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Minuscules.
    let minuscules = nom.lowercased()
    /// Majuscules, sans blancs.
    let majuscules = nom.trimmed().uppercased()
    /// Début.
    let debut = naf.prefix(2)
    /// Fin.
    let fin = nom.suffix(3)
    /// Commence par.
    let agricole = naf.hasPrefix("01")
    /// Finit par.
    let sa = nom.hasSuffix("SA")
    /// Contient.
    let contient = nom.contains("%")
    /// Vide.
    let vide = nom.isEmpty
    /// Longueur.
    let longueur = nom.count
}
