/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Mère.
    let mere = meres[mere]
}

/// Mères.
@model(from: Entreprise.self)
struct meres {
    @key let id
    /// Fille.
    let fille = entreprises[self]
}
