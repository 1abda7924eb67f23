/// Plusieurs lignes peuvent convenir.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Statut.
    let statut = rapports.first(where: publie)?.statut // error: [ambiguous-row]
    // help: order them with `by:`, or declare on `Rapport` what production guarantees: `@unique(column, …)`
}
