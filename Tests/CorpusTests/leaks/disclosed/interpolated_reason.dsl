// The reason is an interpolation, so nobody can have read it.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @quasi var ward: String
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Ward.
    let ward = disclosed(ward, because: "\(kind)")  // leak: visit_facts.ward
}
