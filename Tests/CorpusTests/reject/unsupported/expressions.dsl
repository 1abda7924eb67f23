/// Ce que Swift a et que la langue n'a pas.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Déballage.
    let force = mere!.nom // error: [unsupported]
    // help: `??` gives a value where there is none, and `?.` follows a relation that may be absent
    /// Fermeture.
    let fermeture = rapports.filter { $0.publie } // error: [unsupported]
    // help: write the condition as an argument: `count(where: role == "lecteur")`
    /// Fermeture entre parenthèses.
    let entre = rapports.count(where: { $0.publie }) // error: [unsupported]
    /// Affectation.
    let egal = nom = "X" // error: [unsupported]
    // help: compare with `==`
    /// Transtypage.
    let comme = id as String // error: [unsupported]
    /// Dictionnaire.
    let dictionnaire = ["a": 1] // error: [unsupported]
    /// Tuple.
    let couple = (id, nom) // error: [unsupported]
    /// Essai.
    let essai = try id // error: [unsupported]
    /// Chemin de clé.
    let chemin = \Entreprise.nom // error: [unsupported]
    /// Préfixe.
    let prefixe = ~id // error: [unsupported]
    /// Appel d'un appel.
    let appel = nom.lowercased()() // error: [unsupported]
    /// Indice d'une valeur.
    let indice = nom[0] // error: [unsupported]
    /// Indice d'une source.
    let source = Entreprise[3]?.nom // error: [unsupported]
}
