// A query hidden in a branch of CASE.
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
    /// Value.
    let value = sql("CASE WHEN \(urgent) THEN (SELECT full_name FROM patients LIMIT 1) END", as: String.self)  // leak: visit_facts.value
}
