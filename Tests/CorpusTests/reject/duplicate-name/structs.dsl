/// Un.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}

/// Deux.
@model(from: Rapport.self)
struct entreprises { // error: [duplicate-name]
    @key let id
}
