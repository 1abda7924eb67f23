// Disclosed in a branch, with a harmless condition.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @plain var urgent: Bool
    @quasi var ward: String
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Ward.
    let w = urgent ? disclosed(ward, because: "Wards are on the door.") : nil
}
