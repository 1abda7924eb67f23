// Presence of a personal column, of a row that a harmless order chose.
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
}

/// The clinics, under a pseudonym.
@model(from: Clinic.self, clearance: .pseudonymous)
struct clinic_facts {
    /// Clinic number.
    @key let clinic = id
    /// The last has a reason.
    let last_coded = visits.last(by: id)?.diagnosis.isPresent
}
