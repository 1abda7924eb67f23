/// Deux lignes du fichier ont la même clé.
@reference("doublons.csv")
struct Doublons {
    @key @plain var code: String // error: [duplicate-key]
    @plain var nom: String
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
