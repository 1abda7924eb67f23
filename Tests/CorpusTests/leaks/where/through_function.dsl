// The filter calls a function over the row.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @plain var urgent: Bool
    @personal var cost: Decimal
}

/// Visits that are kept.
func kept(_ v: Visit) -> Bool { v.urgent && v.cost > 10 }

/// The visits, in Metabase.
@model(from: Visit.self, where: kept(self))  // leak: visit_facts
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Kind.
    let kind
}
