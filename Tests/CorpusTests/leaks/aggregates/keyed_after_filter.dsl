// Keyed rows are filtered by a quasi column; which keys are there tells it.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A clinic.
@source("clinics")
struct Clinic {
    @key @plain var id: Int
    @plain var city: String
    @inverse(of: Visit.clinic) var visits: [Visit]
}

/// A visit to a clinic.
@source("visits")
@unique(clinic, kind)
struct Visit {
    @key @plain var id: Int
    @plain @column("clinic_id") var clinic: Clinic
    @plain var kind: String
    @quasi var duration: Int
    @personal var answers: JSON?
}

/// The clinics, in Metabase.
@model(from: Clinic.self)
struct clinic_facts {
    private let long_ones = visits.filter(duration > 60).keyed(by: kind, answers)
    /// Clinic number.
    @key let clinic = id
    /// A long first visit.
    let has_long = long_ones.keys.contains("first")  // leak: clinic_facts.has_long
}
