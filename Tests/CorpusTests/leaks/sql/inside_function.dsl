// The fragment is in a function, and its parameter is the personal value.
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

/// First letters.
func left_of(_ x: String) -> String { sql("left(\(x), 2)", as: String.self) }

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Initials.
    let initials = left_of(patient.full_name)  // leak: visit_facts.initials
}
