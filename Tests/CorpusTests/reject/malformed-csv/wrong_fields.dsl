/// Un champ de trop, et un nombre qui n'en est pas un.
@reference("mal_forme.csv")
struct MalForme {
    @key @plain var code: String // error: [malformed-csv]
    @plain var nombre: Int // error: [malformed-csv]
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
