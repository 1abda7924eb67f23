// The interpolation stands between quotes that it closes: what follows is code.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @personal var diagnosis: String?
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Value.
    let value = sql("' || \(kind) || diagnosis || '", as: String.self)  // leak: visit_facts.value
}
