// several
/// Adresse.
@source("adresses")
struct Adresse {
    @key @plain id: Int
    @plain rue: String
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
