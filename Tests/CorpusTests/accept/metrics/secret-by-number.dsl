/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let chiffre
    let part
}

/// Ce qui est égal est d'une même case : 2,5 et 2,50, 0 et -0.
@metric(from: entreprises.self, unit: id, atLeast: 3)
struct tranches {
    /// Chiffre d'affaires.
    @by let chiffre
    /// Part des femmes.
    @by let part
    /// Entreprises.
    let nombre = count
}
