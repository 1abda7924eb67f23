/// Ce qu'une source n'a pas.
@source("adresse")
struct Adresse {
    /// Clé.
    @key @plain var id: Int = 3 // error: [unsupported]
    @plain var liste: [String] // error: [unsupported]
    var calculee: Int { get { 3 } } // error: [unsupported]
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
