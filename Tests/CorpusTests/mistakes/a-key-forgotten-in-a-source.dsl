/// Adresse.
@source("adresses")
struct Adresse {
    @plain var id: Int
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
