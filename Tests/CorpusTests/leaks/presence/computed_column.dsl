// A computed column of the source is not a stored column.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @plain var locale: String
    @personal var income: Int
    var flag: String? { income > 90000 ? "x" : nil }
}

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Flagged.
    let flagged = flag.isPresent  // leak: patients_seen.flagged
}
