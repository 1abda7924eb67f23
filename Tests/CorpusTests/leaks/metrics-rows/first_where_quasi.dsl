// The floor of the first long visit.
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
@model(from: Visit.self, clearance: .pseudonymous)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Floor.
    let floor
    /// Minutes.
    let minutes = duration
}

/// Followed over time.
@metric(history: .daily)
struct suivi {
    /// Floor.
    let floor = visit_facts.first(where: minutes > 60, by: visit)?.floor  // leak: suivi.floor
}
