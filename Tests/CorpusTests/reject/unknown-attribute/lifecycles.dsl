/// Adresse.
@source("adresse")
@renamed(from: "adresses") // error: [unknown-attribute]
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    @renamed(from: "rue") @plain var voie: String // error: [unknown-attribute]
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
    @deprecated("plus rien", until: "2027-03-01") private let salaries = effectif // error: [unknown-attribute]
}
