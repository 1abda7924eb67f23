// A harmless date moved by a quasi number.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain @column("clinic_id") var clinic: Clinic
    @plain var kind: String
    @quasi var duration: Int
}

/// A clinic.
@source("clinics")
struct Clinic {
    @key @plain var id: Int
    @plain var city: String
    @plain var opened_on: Date
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Moved date.
    let moved = clinic.opened_on.adding(days: duration)  // leak: visit_facts.moved
}
