/// Entreprises.
@model(from: Entreprise.self, where: creee_le >= "2024-01-01")
struct entreprises {
    @key let id
}
