// A filter on the presence bit, then the first row’s floor.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @plain var floor: Int
    @personal var diagnosis: String?
}

/// The visits, under a pseudonym.
@model(from: Visit.self, clearance: .pseudonymous)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Floor.
    let floor
    /// Coded.
    let coded = diagnosis.isPresent
}

/// Followed over time.
@metric(history: .daily)
struct suivi {
    /// Floor.
    let floor = visit_facts.filter(coded).first(by: visit)?.floor  // leak: suivi.floor
}
