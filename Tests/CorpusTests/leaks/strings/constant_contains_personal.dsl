// The constant is the receiver, the personal value is the argument.
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
    /// Listed.
    let listed = "flu, measles, mumps".contains(diagnosis ?? "")  // leak: visit_facts.listed
}
