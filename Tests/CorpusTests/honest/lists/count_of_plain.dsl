// `count(of:)` over harmless conditions.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @plain var urgent: Bool
    @plain var floor: Int
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Score.
    let score = [urgent, floor > 2].count(of: true)
}
