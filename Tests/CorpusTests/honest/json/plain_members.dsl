// Les membres d’un JSON anodin.
let project = Project(schema: "impact", readers: ["metabase"], timeZone: "Europe/Paris", language: "fr")

/// Entreprise inscrite.
@source("entreprises_entreprise")
struct Entreprise {
    @key @plain var id: Int
    @plain var ville: String?
    @plain var options: JSON?
}

/// Les entreprises, dans Metabase.
@model(from: Entreprise.self)
struct entreprises {
    /// Numéro.
    @key let impact_id = id
    /// Mode.
    let mode = options["mode"].text
    /// Options actives.
    let nombre = options.entries.count(where: value.bool == true)
}
