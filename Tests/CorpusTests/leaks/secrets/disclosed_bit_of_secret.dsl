// A disclosed comparison with a secret.
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
    /// Default code.
    let has = disclosed(access_code == "0000", because: "The default code is known.")  // leak: visit_facts.has
}
