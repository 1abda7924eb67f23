/// Entreprises.
@model(from: "entreprises_entreprise")
struct entreprises {
    @key let id
}
