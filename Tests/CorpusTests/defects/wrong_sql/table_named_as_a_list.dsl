// Observed: `FROM pays AS pays_production` reads the common table of the list. The same with a table named `hmac`.
// Expected: common tables take a name that no table of the query has, or tables are qualified.
/// Production.
@source("pays")
struct PaysProduction {
    /// Clé.
    @key @plain var id: Int
    /// Code.
    @plain var code: String
}

/// Pays.
@model(from: PaysProduction.self)
struct liste {
    @key let id
    /// Nom.
    let nom = Pays[code]?.nom
}
