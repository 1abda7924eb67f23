/// Deux colonnes privées qui se définissent l'une l'autre.
@model(from: Entreprise.self)
struct entreprises {
    private let a = b + 1 // error: [cycle]
    private let b = a + 1
    @key let id
    /// A.
    let valeur = a
}
