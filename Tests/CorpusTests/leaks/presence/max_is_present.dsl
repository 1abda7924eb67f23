// Presence of an aggregate over rows filtered by a personal condition.
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
    @plain var floor: Int
    @personal var diagnosis: String?
}

/// The clinics, under a pseudonym.
@model(from: Clinic.self, clearance: .pseudonymous)
struct clinic_facts {
    /// Clinic number.
    @key let clinic = id
    /// Any.
    let any = visits.filter(diagnosis == "flu").max(floor).isPresent  // leak: clinic_facts.any
}
