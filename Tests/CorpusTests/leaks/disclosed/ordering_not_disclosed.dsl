// The value is disclosed, the order that chose its row is not.
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
    @quasi var seen_at: Timestamp
    @quasi var ward: String
}

/// The clinics, in Metabase.
@model(from: Clinic.self)
struct clinic_facts {
    /// Clinic number.
    @key let clinic = id
    /// Ward.
    let ward = disclosed(visits.last(by: id)?.ward, because: "Wards are on the door.") ?? visits.last(by: seen_at)?.kind  // leak: clinic_facts.ward
}
