// The interpolated value is only a condition.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @personal var cost: Decimal
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Value.
    let value = sql("CASE WHEN \(cost) > 100 THEN 1 ELSE 0 END", as: Int.self)  // leak: visit_facts.value
}
