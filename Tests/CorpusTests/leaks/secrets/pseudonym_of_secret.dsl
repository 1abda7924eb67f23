// A pseudonym of a secret.
let project = Project(schema: "care", readers: ["metabase"], timeZone: "Europe/Paris", language: "en")

/// A person seen in one of the clinics.
@source("patients")
struct Patient {
    @key @personal var id: Int
    @secret var ssn: String
    @plain var locale: String
}

/// The patients, under a pseudonym.
@model(from: Patient.self, clearance: .pseudonymous)
struct patients_seen {
    /// Token.
    @key let patient = pseudonym(id)
    /// Token of the number.
    let ssn_token = pseudonym(ssn)  // leak: patients_seen.ssn_token
}
