// The condition of the metric is a fragment over a quasi column.
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
    /// Long.
    let long = visit_facts.count(where: sql("\(minutes) > 60", as: Bool.self))  // leak: suivi.long
}
