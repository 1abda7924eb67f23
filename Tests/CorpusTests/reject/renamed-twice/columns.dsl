/// Entreprises.
@model(from: Entreprise.self)
@renamed(from: "entreprises")
struct societes {
    @key let id
    /// Salariés.
    @renamed(from: "taille") let effectif
    /// Salariés.
    @renamed(from: "taille") let salaries = effectif // error: [renamed-twice]
}

/// Nombre.
@metric(from: societes.self)
@renamed(from: "entreprises") // error: [renamed-twice]
struct nombre {
    /// Nombre.
    let nombre = count
}
