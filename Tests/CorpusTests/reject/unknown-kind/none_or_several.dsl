/// Sans attribut.
struct Adresse { // error: [unknown-kind]
    @key @plain var id: Int
}

/// Deux attributs.
@source("a")
@model(from: Entreprise.self)
struct Deux { // error: [unknown-kind]
    @key let id
}

/// Mal écrit.
@modele(from: Entreprise.self)
struct modele { // error: [unknown-kind]
    @key let id
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
