/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Premier rapport.
    let premier = rapports[Entreprise.rapports.first(by: annee)]
}

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Entreprise.
    let entreprise = entreprises[entreprise] // error: [cycle]
}
