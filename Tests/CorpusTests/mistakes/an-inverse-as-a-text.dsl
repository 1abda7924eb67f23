/// Adresse.
@source("adresses")
struct Adresse {
    @key @plain var id: Int
    @inverse(of: "Rapport.entreprise") var rapports: [Rapport]
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
