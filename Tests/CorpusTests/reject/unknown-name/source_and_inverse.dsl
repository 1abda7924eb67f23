/// Une source qui n'existe pas.
@model(from: Entreprises.self) // error: [unknown-name]
// help: `Entreprise` is close
struct entreprises {
    @key let id
}

/// Une relation inverse qui n'existe pas.
@source("adresse")
@unique(ru) // error: [unknown-name]
// help: `rue` is close
struct Adresse {
    /// Clé.
    @key @plain var id: Int
    /// Rue.
    @plain var rue: String
    @plain @column("siren", references: Entreprise.sirn) var entreprise: Entreprise // error: [unknown-name]
    // help: `siren` is close
    @inverse(of: Rapport.adresse) var rapports: [Rapport] // error: [unknown-name]
}
