// The second parameter flows as well as the first.
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

/// A code of two texts.
func code(_ kind: String, with name: String) -> String { "\(kind)/\(name)" }

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Code.
    let code = code(kind, with: patient.full_name)  // leak: visit_facts.code
}
