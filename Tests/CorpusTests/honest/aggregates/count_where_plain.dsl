// A count under a harmless condition.
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
    @plain var urgent: Bool
    @plain var floor: Int
}

/// The clinics, in Metabase.
@model(from: Clinic.self)
struct clinic_facts {
    /// Clinic number.
    @key let clinic = id
    /// Urgent visits.
    let urgent = visits.count(where: urgent && floor > 0)
}
