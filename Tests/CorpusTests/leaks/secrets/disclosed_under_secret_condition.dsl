// The disclosed value is harmless, the condition is secret.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @secret var access_code: String?
    @quasi var ward: String
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Ward.
    let w = access_code == "1" ? disclosed(ward, because: "Wards are on the door.") : nil  // leak: visit_facts.w
}
