// The year of a personal date.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @personal var birth_date: Date?
    @plain var locale: String
}

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Year of birth.
    let born = birth_date.year  // leak: patients_seen.born
}
