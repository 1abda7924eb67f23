// The presence of a reference into a model that a quasi column filters.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @quasi var duration: Int
}

/// The visits, under a pseudonym.
@model(from: Visit.self, where: duration > 60, clearance: .pseudonymous)
struct long_visits {
    /// Visit number.
    @key let visit = id
    /// Kind.
    let kind
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Is long.
    let is_long = long_visits[self] != nil  // leak: visit_facts.is_long
}
