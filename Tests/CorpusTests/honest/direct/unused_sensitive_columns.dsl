// The source declares personal and secret columns that no model reads.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @quasi var seen_at: Timestamp
    @personal var diagnosis: String?
    @personal var cost: Decimal
    @secret var access_code: String?
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Kind.
    let kind
}
