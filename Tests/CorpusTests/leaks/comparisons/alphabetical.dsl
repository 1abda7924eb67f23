// An order on names tells the half of the alphabet.
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
    /// Visit number.
    @key let visit = id
    /// First half.
    let early = patient.full_name < "M"  // leak: visit_facts.early
}
