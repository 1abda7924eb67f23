/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    let nom
}
