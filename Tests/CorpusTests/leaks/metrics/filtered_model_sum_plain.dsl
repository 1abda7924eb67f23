// A sum of harmless floors, over rows that a quasi column chose.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @plain var floor: Int
    @quasi var duration: Int
}

/// The visits, under a pseudonym.
@model(from: Visit.self, where: duration > 60, clearance: .pseudonymous)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Floor.
    let floor
}

/// Followed over time.
@metric(history: .daily)
struct suivi {
    /// Floors.
    let floors = visit_facts.sum(floor)  // leak: suivi.floors
}
