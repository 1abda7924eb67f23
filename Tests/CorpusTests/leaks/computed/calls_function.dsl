// A computed column calls a function over a personal date.
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
    @personal var birth_date: Date?
    @plain var locale: String
    var minor: Bool? { recent(birth_date) }
}

/// Born in this century.
func recent(_ d: Date?) -> Bool? { d?.year >= 2008 }

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Minor.
    let minor = patient.minor  // leak: visit_facts.minor
}
