// A secret chooses between two constants.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @secret var access_code: String?
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Door.
    let door = access_code == "1" ? "A" : "B"  // leak: visit_facts.door
}
