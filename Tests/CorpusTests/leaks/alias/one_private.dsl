// A private column is only a name for what it reads.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain @column("patient_id") var patient: Patient
    @plain var kind: String
}

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @personal var full_name: String
    @plain var locale: String
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    private let who = patient.full_name
    /// Visit number.
    @key let visit = id
    /// Label of the visit.
    let label = who  // leak: visit_facts.label
}
