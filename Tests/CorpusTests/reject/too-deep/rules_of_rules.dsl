/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Chaque règle écrit sept fois sa valeur.
    let departement = nom.department.department.department.department // error: [too-deep]
    /// Une tranche de tranches.
    let tranche = id.clamped(to: 0...9).clamped(to: 0...8).clamped(to: 0...7).bucketed(by: [5]) // error: [too-deep]
}
