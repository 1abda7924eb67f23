// `x ?? constant` then compared with the constant: which rows have no value, and more.
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
    /// Without a reason.
    let known = (diagnosis ?? "none") == "none"  // leak: visit_facts.known
}
