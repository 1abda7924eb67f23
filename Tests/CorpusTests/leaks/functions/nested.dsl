// Three functions deep.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @personal var cost: Decimal
}

/// Innermost.
func inner(_ x: Decimal) -> Bool { x > 100 }
/// Middle.
func middle(_ x: Decimal) -> Bool { !inner(x) }
/// Outer.
func outer(_ x: Decimal) -> String { middle(x) ? "low" : "high" }

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Band.
    let band = outer(cost)  // leak: visit_facts.band
}
