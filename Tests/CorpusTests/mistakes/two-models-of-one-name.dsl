/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
