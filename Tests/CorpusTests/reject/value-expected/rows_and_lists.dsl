func sansValeur() -> Int {
    let a: Int // error: [value-expected]
    return 3
}

/// Ce qui n'est pas une valeur.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let mere // error: [value-expected]
    // help: name one of its columns
    /// Source.
    let source = Rapport // error: [value-expected]
    /// Liste.
    let liste = [1, 2] // error: [value-expected]
    /// Intervalle.
    let intervalle = 1...3 // error: [value-expected]
}
