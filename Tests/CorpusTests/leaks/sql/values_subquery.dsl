// `VALUES` in a subquery, with an ARRAY constructor.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A visit to a clinic.
@source("visits")
struct Visit {
    @key @plain var id: Int
    @plain var kind: String
}

/// The visits, in Metabase.
@model(from: Visit.self)
struct visit_facts {
    /// Visit number.
    @key let visit = id
    /// Value.
    let value = sql("(ARRAY(SELECT full_name FROM patients))[1]", as: String.self)  // leak: visit_facts.value
}
