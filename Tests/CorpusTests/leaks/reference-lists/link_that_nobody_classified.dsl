let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// Pays.
@reference("pays.csv")
struct Pays {
    /// Code.
    @key @plain var code: String
    /// Pays.
    @plain var pays: String
}

/// Personne.
@source("personnes")
struct Personne {
    /// Numéro.
    @key @plain var id: Int
    @column("pays_naissance") var pays_naissance: Pays
}

/// The codes of a public list are public; which of them is somebody's is not, and nobody said that it is.
@model(from: Personne.self)
struct personne {
    /// Numéro.
    @key let id = id
    /// Pays.
    let pays = pays_naissance.code
}
