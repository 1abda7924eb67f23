/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    let effectif
}

/// Part.
@metric(from: entreprises.self)
struct suivi {
    /// Part des grandes.
    let part = ratio(count(where: effectif >= 250), over: count)
    /// Numérateur.
    let part_numerateur = count // error: [duplicate-name]
}
