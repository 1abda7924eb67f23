/// Le fichier n'est pas là.
@reference("absent.csv")
struct Absent { // error: [missing-file]
    @key @plain var code: String
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
