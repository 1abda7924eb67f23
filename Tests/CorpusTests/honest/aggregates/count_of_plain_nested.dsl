// Visits of the same clinic, two levels of harmless links.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain @column("clinic_id") var clinic: Clinic
    @plain var kind: String
}

/// A clinic.
@source("clinics")
struct Clinic {
    @key @plain var id: Int
    @plain var city: String
    @inverse(of: Visit.clinic) var visits: [Visit]
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Visits of the clinic.
    let busy = clinic.visits.count
}
