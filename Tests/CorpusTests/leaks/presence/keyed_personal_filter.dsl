// Presence of a member of rows keyed after a personal filter.
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
    @personal var diagnosis: String?
    @personal var answers: JSON?
}

/// The clinics, under a pseudonym.
@model(from: Clinic.self, clearance: .pseudonymous)
struct clinic_facts {
    private let m = visits.filter(diagnosis == "flu").keyed(by: kind, answers)
    /// Clinic number.
    @key let clinic = id
    /// The first visit was for the flu.
    let flu = m["first"].isPresent  // leak: clinic_facts.flu
}
