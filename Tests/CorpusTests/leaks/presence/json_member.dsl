// A member of a personal JSON column is not a stored column: its presence stays personal.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @personal var record: JSON?
    @plain var locale: String
}

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Has an entry.
    let has_hiv = record["hiv"].isPresent  // leak: patients_seen.has_hiv
}
