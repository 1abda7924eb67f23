// Presence of a whole JSON column, of a row that a personal condition chose.
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
    /// Clinic number.
    @key let clinic = id
    /// Answered.
    let answered = visits.first(where: diagnosis == "flu", by: id)?.answers != nil  // leak: clinic_facts.answered
}
