// A computed column of a computed column, through a relation.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain @column("patient_id") var patient: Patient
    @plain var kind: String
    @plain var urgent: Bool
    var fragile_case: Bool? { patient.fragile && urgent }
}

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @quasi var weight: Int?
    @plain var locale: String
    var heavy: Bool? { weight > 120 }
    var fragile: Bool? { heavy || locale == "xx" }
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Tag.
    let tag = fragile_case  // leak: visit_facts.tag
}
