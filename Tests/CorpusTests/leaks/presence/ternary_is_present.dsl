// `isPresent` of a computed value.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @plain var locale: String
    @personal var income: Int
}

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Wealthy.
    let wealthy = (income > 90000 ? locale : nil).isPresent  // leak: patients_seen.wealthy
}
