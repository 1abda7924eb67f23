// Has the visit of the poorest a reason? The order is personal.
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
    @personal var diagnosis: String?
}

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @plain var locale: String
    @personal var income: Int
    @inverse(of: Visit.patient) var visits: [Visit]
}

/// The clinics, under a pseudonym.
@model(from: Clinic.self, clearance: .pseudonymous)
struct clinic_facts {
    /// Clinic number.
    @key let clinic = id
    /// The poorest has a reason.
    let poorest_coded = visits.first(by: patient.income)?.diagnosis != nil  // leak: clinic_facts.poorest_coded
}
