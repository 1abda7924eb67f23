// The bound of a range pattern is the personal value.
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
    @plain var locale: String
    @personal var income: Int
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Bracket.
    let bracket = switch 40000 { case 0...patient.income: "above" default: "below" }  // leak: visit_facts.bracket
}
