// The referenced row is chosen by a personal condition.
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

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Kind.
    let kind
}

/// The clinics, under a pseudonym.
@model(from: Clinic.self, clearance: .pseudonymous)
struct clinic_facts {
    /// Clinic number.
    @key let clinic = id
    /// First flu visit.
    let flu_visit = visit_facts[visits.first(where: diagnosis == "flu", by: id)]  // leak: clinic_facts.flu_visit
}
