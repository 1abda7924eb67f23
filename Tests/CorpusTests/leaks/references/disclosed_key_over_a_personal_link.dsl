let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// Entreprise.
@source("entreprises")
struct Entreprise {
    /// Numéro.
    @key @plain var id: Int
    /// SIREN.
    @quasi var siren: String
}

/// Alerte.
@source("alertes")
struct Alerte {
    /// Numéro.
    @key @plain var id: Int
    /// Entreprise visée.
    @personal @column("entreprise_id") var visee: Entreprise
}

/// A company.
@model(from: Entreprise.self)
struct entreprise {
    /// SIREN.
    @key let siren = disclosed(siren, because: "Le SIREN est public.")
}

/// That a number is public does not say that the alert is about it.
@model(from: Alerte.self)
struct alerte {
    /// Numéro.
    @key let id = id
    /// Entreprise.
    let entreprise = entreprise[visee]
}
