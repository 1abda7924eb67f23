// The argument only chooses between two constants.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @personal var diagnosis: String?
}

/// One of two groups.
func pick(_ first: Bool) -> Int { if first { 1 } else { 2 } }

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Group.
    let group = pick(diagnosis == "flu")  // leak: visit_facts.group
}
