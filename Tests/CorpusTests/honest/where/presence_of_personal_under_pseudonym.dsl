// Presence of a personal column is quasi, and the model pseudonymous.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @personal var diagnosis: String?
}

/// The visits, under a pseudonym.
@model(from: Visit.self, where: diagnosis != nil, clearance: .pseudonymous)
struct coded_visits {
    /// Visit number.
    @key let visit = id
    /// Kind.
    let kind
}
