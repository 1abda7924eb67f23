// `xmin` declared as a plain column: it orders the writes, and is in no catalogue of columns.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
    @plain @column("xmin") var tx: String?
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Transaction.
    let tx = tx  // leak: visit_facts.tx
}
