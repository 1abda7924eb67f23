/// Adresse.
@source
struct Adresse {
    @key @plain var id: Int
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
