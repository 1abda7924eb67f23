/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Échéance.
    let echeance = cloture?.adding(month: 3)
}
