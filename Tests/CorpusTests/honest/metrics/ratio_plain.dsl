// A ratio of two harmless counts.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @plain var urgent: Bool
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Urgent.
    let urgent
}

/// Followed over time.
@metric(history: .daily)
struct suivi {
    /// Share.
    let share = Double(visit_facts.count(where: urgent)) / Double(visit_facts.count)
}
