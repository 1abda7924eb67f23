// A harmless number switched by a personal one.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @plain var floor: Int
    @personal var cost: Decimal
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Floor or zero.
    let floor_or_zero = floor * (cost > 100 ? 1 : 0)  // leak: visit_facts.floor_or_zero
}
