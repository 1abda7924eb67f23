// several
/// Adresse.
@source("adresses")
struct Adresse {
    @id @plain var id: Int
    @foreignKey("entreprise_id") var entreprise: Entreprise
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
