/// Un guillemet reste ouvert.
@reference("guillemet.csv")
struct Guillemet { // error: [malformed-csv]
    @key @plain var code: String
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
