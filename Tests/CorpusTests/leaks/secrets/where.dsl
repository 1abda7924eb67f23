// The filter of a pseudonymous model reads a secret.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @secret var pin: Int?
    @plain var locale: String
}

/// The patients, under a pseudonym.
@model(from: Patient.self, where: pin == 1234, clearance: .pseudonymous)  // leak: patients_seen
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Language.
    let locale
}
