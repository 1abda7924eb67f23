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
