/// Des expressions inachevées.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Somme.
    let somme = id + // error: [syntax]
    /// Égalité.
    let egal = // error: [syntax]
}
