/// Des textes assemblés.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Titre.
    let titre = "\(nom) (\(id))"
    /// Avec une valeur qui peut manquer.
    let code = "\(naf) - \(nom)"
    /// Apostrophe, barre oblique inverse, saut de ligne.
    let texte = "l'\(nom)\\\n"
    /// Somme de textes.
    let somme = nom + " " + (naf ?? "")
    /// Un booléen et une date.
    let divers = "\(cotee ?? false) \(creee_le)"
}
