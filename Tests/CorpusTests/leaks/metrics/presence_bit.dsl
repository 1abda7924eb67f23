// The exposed presence bit of a personal column is quasi.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @personal var diagnosis: String?
}

/// The visits, under a pseudonym.
@model(from: Visit.self, clearance: .pseudonymous)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Coded.
    let coded = diagnosis.isPresent
}

/// Followed over time.
@metric(history: .daily)
struct suivi {
    /// Coded visits.
    let coded = visit_facts.count(where: coded)  // leak: suivi.coded
}
