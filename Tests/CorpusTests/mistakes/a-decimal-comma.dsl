/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    /// Part.
    let moitie = part > 0,5
}
