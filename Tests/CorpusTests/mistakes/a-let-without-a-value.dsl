let project2

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
