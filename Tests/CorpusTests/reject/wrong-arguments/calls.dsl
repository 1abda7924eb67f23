func somme(_ a: Int, avec b: Int) -> Int { a + b }
func tailleDe(_ e: Entreprise) -> Int { 1 }
func nombre(_ r: [Rapport]) -> Int { r.count }

/// Des arguments qui ne vont pas.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Étiquette.
    let etiquette = somme(1, 2) // error: [wrong-arguments]
    /// Nombre.
    let trop = somme(1, avec: 2, 3) // error: [wrong-arguments]
    /// Type.
    let type = somme("a", avec: 2) // error: [wrong-arguments]
    /// Ligne.
    let ligne = tailleDe(rapports.last(by: annee)) // error: [wrong-arguments]
    /// Valeur.
    let valeur = tailleDe(id) // error: [wrong-arguments]
    /// Liste.
    let liste = nombre(filiales) // error: [wrong-arguments]
}
