// Keyed by a harmless text, with harmless values.
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
@unique(clinic, kind)
struct Visit {
    @key @plain var id: Int
    @plain @column("clinic_id") var clinic: Clinic
    @plain var kind: String
    @plain var floor: Int
    @plain var details: JSON?
}

/// The clinics, in Metabase.
@model(from: Clinic.self)
struct clinic_facts {
    private let floors = visits.keyed(by: kind, details)
    /// Clinic number.
    @key let clinic = id
    /// Floor of the first.
    let first_floor = floors["first"]["floor"].decimal
}
