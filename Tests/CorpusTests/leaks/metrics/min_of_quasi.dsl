// The minimum is one person’s value.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @quasi var duration: Int
}

/// The visits, under a pseudonym.
@model(from: Visit.self, clearance: .pseudonymous)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Minutes.
    let minutes = duration
}

/// Followed over time.
@metric(history: .daily)
struct suivi {
    /// Shortest.
    let shortest = visit_facts.min(minutes)  // leak: suivi.shortest
}
