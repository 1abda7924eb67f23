// A private column that names a row keeps the sensitivity of its columns.
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

/// The clinics, in Metabase.
@model(from: Clinic.self)
struct clinic_facts {
    private let last_visit = visits.last(by: id)
    /// Clinic number.
    @key let clinic = id
    /// Last reason.
    let reason = last_visit?.diagnosis  // leak: clinic_facts.reason
}
