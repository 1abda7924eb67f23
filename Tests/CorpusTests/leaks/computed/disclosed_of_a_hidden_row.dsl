let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")
/// Entreprise.
@source("entreprises")
struct Entreprise {
    /// Numéro.
    @key @plain var id: Int
    /// SIREN.
    @quasi var siren: String

    /// Le SIREN, pour tous.
    var numero_public: String { disclosed(siren, because: "Le SIREN est public.") }
}

/// Alerte.
@source("alertes")
struct Alerte {
    /// Numéro.
    @key @plain var id: Int
    /// Entreprise visée.
    @personal @column("entreprise_id") var visee: Entreprise
}

/// A computed column discloses its row's value, not which row is linked.
@model(from: Alerte.self)
struct alerte {
    /// Numéro.
    @key let id = id
    /// Entreprise.
    let entreprise = visee.numero_public
}
