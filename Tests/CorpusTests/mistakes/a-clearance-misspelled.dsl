/// Entreprises.
@model(from: Entreprise.self, clearance: .pseudonymised)
struct entreprises {
    @key let id
}
