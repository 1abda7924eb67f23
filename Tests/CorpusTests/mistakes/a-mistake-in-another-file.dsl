/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Nom.
    let appellation = nom
}
// file: rapports.dsl
/// Rapports.
@model(from: Rapport.self)
struct rapports {
    @key let id
    /// Note.
    let appreciation = noote
}
