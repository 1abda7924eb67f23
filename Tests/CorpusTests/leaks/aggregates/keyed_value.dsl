// Keyed by a harmless text, but the values are personal.
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
    @personal var answers: JSON?
}

/// The clinics, in Metabase.
@model(from: Clinic.self)
struct clinic_facts {
    private let by_kind = visits.keyed(by: kind, answers)
    /// Clinic number.
    @key let clinic = id
    /// Asthma.
    let asthma = by_kind["first"]["asthma"].bool  // leak: clinic_facts.asthma
}
