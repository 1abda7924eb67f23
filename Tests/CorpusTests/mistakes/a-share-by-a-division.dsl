/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let cotee
}

/// Parts.
@metric(from: entreprises.self)
struct parts {
    /// Part.
    let part = count(where: cotee == true) / count
    /// Nom.
    let nom = cotee
}
