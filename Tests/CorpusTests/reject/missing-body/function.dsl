func rien() -> Int // error: [missing-body]

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
