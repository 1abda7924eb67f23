/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
    let nom
}

/// En tout.
@metric(from: entreprises.self, unit: id, atLeast: 5) // error: [unprovable-secret]
struct en_tout {
    /// A.
    let a = count(where: effectif > 10)
    /// B.
    let b = count(where: effectif > 20)
    /// C.
    let c = count(where: effectif > 30)
    /// D.
    let d = count(where: effectif > 40)
}
