/// Une colonne que le fichier n'a pas.
@reference("regions.csv")
struct Region {
    @key @plain var code: String
    @plain var nomm: String // error: [unknown-name]
    // help: `nom` is close
}

/// Entreprises.
@model(from: Entreprise.self)
struct entreprises {
    @key let id
}
