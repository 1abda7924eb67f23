// The filter goes through a private column.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @personal var diagnosis: String?
}

/// The visits, in Metabase.
@model(from: Visit.self, where: serious)  // leak: visit_facts
struct visit_facts {
    private let serious = diagnosis == "cancer"
    /// Visit number.
    @key let visit = id
    /// Kind.
    let kind
}
