// The kind of visit of the oldest account.
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
    @plain @column("patient_id") var patient: Patient
    @plain @column("clinic_id") var clinic: Clinic
    @plain var kind: String
}

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @plain var locale: String
    @inverse(of: Visit.patient) var visits: [Visit]
}

/// The clinics, in Metabase.
@model(from: Clinic.self)
struct clinic_facts {
    /// Clinic number.
    @key let clinic = id
    /// Kind.
    let kind = visits.first(by: patient.id)?.kind  // leak: clinic_facts.kind
}
