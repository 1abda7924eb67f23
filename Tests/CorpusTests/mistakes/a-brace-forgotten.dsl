/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id

/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
}
