/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Cent.
    let cent = effectif == "100"
}
