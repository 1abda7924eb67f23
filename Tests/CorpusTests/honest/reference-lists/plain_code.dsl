// Une liste publique, par un code anodin.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @plain var ville: String?
    @plain var effectif: Int?
}

/// Pays, par code.
@reference("pays.csv")
struct Pays {
    @key @plain var code: Int
    @plain var pays: String
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// Pays.
    let pays = Pays[effectif]?.pays
}
