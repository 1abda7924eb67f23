// `self` carries the whole row into a function.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @quasi var duration: Int
}

/// Longer than an hour.
func long(_ v: Visit) -> Bool { v.duration > 60 }

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Long visit.
    let is_long = long(self)  // leak: visit_facts.is_long
}
