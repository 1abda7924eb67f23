// `case nil` on a personal column, in an anonymous model: one bit, still quasi at least.
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
    /// Coded.
    let coded = switch diagnosis { case nil: "no" default: "yes" }  // leak: visit_facts.coded
}
