// La fonction déclassifie avec sa raison.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @quasi var siren: String
    @plain var ville: String?
}

/// Le SIREN, public.
func siren_public(_ s: String) -> String { disclosed(s, because: "Le SIREN d’une société est au registre du commerce.") }

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// SIREN.
    let siren = siren_public(siren)
}
