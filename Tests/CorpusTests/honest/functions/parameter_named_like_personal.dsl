// The parameter is called `diagnosis`, and receives the kind.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @personal var diagnosis: String?
}

/// A label.
func label(_ diagnosis: String) -> String { "visit: \(diagnosis)" }

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Label.
    let label = label(kind)
}
